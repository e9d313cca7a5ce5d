export interface TextBox {
  readonly widthPx: number
  readonly lines: number
  readonly maxPx: number
  readonly minPx: number
  readonly isBold: boolean
}

export interface TextFit {
  readonly fontPx: number
  /** False when even the smallest size needs more lines: the rest is cut with an ellipsis. */
  readonly fits: boolean
}

/**
 * The largest font size at which text takes no more than the box's lines. Widths are estimated
 * (no font is at hand where ads are assembled), a little wider than Helvetica and Arial really are.
 */
export function fitText(text: string, box: TextBox): TextFit {
  const wordEms = text.split(' ').map((word) => textEms(word, box.isBold))
  const spaceEms = characterEms(' ', box.isBold)
  for (let fontPx = box.maxPx; fontPx >= box.minPx; fontPx -= 0.5) {
    const lines = countLines(wordEms, spaceEms, box.widthPx / fontPx)
    if (lines <= box.lines) return { fontPx, fits: true }
  }
  return { fontPx: box.minPx, fits: false }
}

/** Lines that greedy wrapping needs in a width given in ems. */
function countLines(words: readonly number[], spaceEms: number, widthEms: number): number {
  let lines = 1
  let usedEms = 0
  for (const wordEms of words) {
    const neededEms = usedEms === 0 ? wordEms : usedEms + spaceEms + wordEms
    if (neededEms <= widthEms) {
      usedEms = neededEms
      continue
    }
    if (usedEms > 0) lines += 1
    // A word wider than the line is broken, as the style sheet does.
    const extraLines = Math.max(0, Math.ceil(wordEms / widthEms) - 1)
    lines += extraLines
    usedEms = wordEms - extraLines * widthEms
  }
  return lines
}

function textEms(text: string, isBold: boolean): number {
  let ems = 0
  for (const character of text) ems += characterEms(character, isBold)
  return ems
}

function characterEms(character: string, isBold: boolean): number {
  const bold = isBold ? 1.06 : 1
  if (" .,:;!|ijlI'’‘".includes(character)) return 0.29 * bold
  if ('frt()[]/-“”"'.includes(character)) return 0.37 * bold
  if ('mwMW@%—…'.includes(character)) return 0.88 * bold
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0
  if (
    /\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(
      character,
    )
  )
    return 1.05
  if (/\p{Lu}/u.test(character)) return 0.7 * bold
  return 0.56 * bold
}

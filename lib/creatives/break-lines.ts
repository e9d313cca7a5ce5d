import { characterEms, isIdeograph, textEms } from './text-width'

/** A text taken apart for wrapping, its widths in ems. */
export interface MeasuredText {
  readonly words: readonly MeasuredWord[]
  readonly spaceEms: number
  readonly isBold: boolean
}

interface MeasuredWord {
  readonly text: string
  readonly ems: number
  /** What a browser may part without need: at hyphens and slashes, between ideographs. */
  readonly pieces: readonly { readonly text: string; readonly ems: number }[]
}

export interface BrokenLines {
  readonly lines: number
  /** A word is wider than its line and was broken inside. */
  readonly isBroken: boolean
}

// What HTML takes for one space, and what `escapeHtml` makes one of.
const collapsible = /[ \p{Cc}\u202a-\u202e\u2066-\u2069]+/u

export function measureText(text: string, isBold: boolean): MeasuredText {
  const words = text
    .split(collapsible)
    .filter((word) => word !== '')
    .map((word) => ({
      text: word,
      ems: textEms(word, isBold),
      pieces: partWord(word).map((piece) => ({ text: piece, ems: textEms(piece, isBold) })),
    }))
  return { words, spaceEms: characterEms(' ', isBold), isBold }
}

/**
 * Lines that greedy wrapping needs at most in a width of so many ems. Where browsers may differ on
 * whether a word can be parted, the worse of both is taken.
 */
export function breakLines(text: MeasuredText, widthEms: number): BrokenLines {
  const whole = wrap(text, widthEms, false)
  if (text.words.every(({ pieces }) => pieces.length < 2)) return whole
  const parted = wrap(text, widthEms, true)
  return { lines: Math.max(whole.lines, parted.lines), isBroken: parted.isBroken }
}

function wrap(text: MeasuredText, widthEms: number, isParted: boolean): BrokenLines {
  let lines = 1
  let usedEms = 0
  let isBroken = false
  const put = (piece: string, ems: number, gapEms: number, isPartable = false) => {
    const neededEms = usedEms === 0 ? ems : usedEms + gapEms + ems
    if (neededEms <= widthEms) {
      usedEms = neededEms
      return
    }
    if (usedEms > 0) lines += 1
    usedEms = ems
    if (ems <= widthEms) return
    // Wider than a line: broken between any two characters, as the style sheet does.
    isBroken = true
    usedEms = 0
    // Where a browser may part it as well, nobody knows how full its lines get.
    if (isPartable) lines += 1
    for (const character of piece) {
      const characterWidth = characterEms(character, text.isBold)
      if (usedEms > 0 && usedEms + characterWidth > widthEms) {
        lines += 1
        usedEms = 0
      }
      usedEms += characterWidth
    }
  }
  for (const word of text.words) {
    if (!isParted) put(word.text, word.ems, text.spaceEms, word.pieces.length > 1)
    else
      word.pieces.forEach(({ text: piece, ems }, at) =>
        put(piece, ems, at === 0 ? text.spaceEms : 0),
      )
  }
  return { lines, isBroken }
}

/** `ready-made` becomes `ready-`, `made`; every ideograph stands alone. */
function partWord(word: string): string[] {
  const pieces: string[] = []
  let current = ''
  for (const character of word) {
    if (isIdeograph(character) && current !== '') {
      pieces.push(current)
      current = ''
    }
    current += character
    if (isIdeograph(character) || !/[\p{L}\p{N}\p{M}'’]/u.test(character)) {
      pieces.push(current)
      current = ''
    }
  }
  if (current !== '') pieces.push(current)
  return pieces
}

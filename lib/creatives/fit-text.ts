import { breakLines, type MeasuredText, measureText } from './break-lines'

export interface TextBox {
  readonly widthPx: number
  readonly lines: number
  readonly maxPx: number
  readonly minPx: number
  readonly isBold: boolean
  /** Room for all lines; as much as they need when left out. */
  readonly heightPx?: number
  /** How wide the font is beside those that text is measured in; 1 when left out. */
  readonly widthRatio?: number
  /** Of one line, in font sizes; 1.2 when left out. */
  readonly lineHeight?: number
}

export interface TextFit {
  readonly fontPx: number
  /** Lines there is room for at this size: what is beyond is cut with an ellipsis. */
  readonly lines: number
  /** False when even the smallest size needs more lines. */
  readonly fits: boolean
  /** A word is wider than the box and is broken inside. */
  readonly isBroken: boolean
}

const STEP_PX = 0.5
/** Browsers round the advance of each character to the pixel grid of their own. */
const ROUNDING_PX = 1

/**
 * The largest font size at which text fits its box, by the advance widths of the fonts ads are set
 * in; words are broken only where no size keeps them whole. Pure: the same text and box give the
 * same size everywhere, and a browser never needs more lines (scripts/creatives/text-fit.test.ts).
 */
export function fitText(text: string, box: TextBox): TextFit {
  const measured = measureText(text, box.isBold)
  return (
    findSize(measured, box, false) ??
    findSize(measured, box, true) ?? {
      fontPx: box.minPx,
      lines: linesThatFit(box, box.minPx),
      fits: false,
      isBroken: breakLines(measured, widthEmsOf(box, box.minPx)).isBroken,
    }
  )
}

function findSize(text: MeasuredText, box: TextBox, mayBreak: boolean): TextFit | null {
  for (let fontPx = box.maxPx; fontPx >= box.minPx; fontPx -= STEP_PX) {
    const room = linesThatFit(box, fontPx)
    const { lines, isBroken } = breakLines(text, widthEmsOf(box, fontPx))
    if (lines <= room && (mayBreak || !isBroken)) {
      return { fontPx, lines: room, fits: true, isBroken }
    }
  }
  return null
}

function widthEmsOf({ widthPx, widthRatio = 1 }: TextBox, fontPx: number): number {
  return Math.max(1, widthPx - ROUNDING_PX) / (fontPx * widthRatio)
}

/** Lines of a font size that a box has room for: at least one. */
export function linesThatFit(
  { lines, heightPx, lineHeight = 1.2 }: TextBox,
  fontPx: number,
): number {
  if (heightPx === undefined) return lines
  return Math.max(1, Math.min(lines, Math.floor(heightPx / (fontPx * lineHeight))))
}

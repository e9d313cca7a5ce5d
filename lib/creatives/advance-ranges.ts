/** Code points with a measured advance: Latin, Greek, Cyrillic, Hebrew, Arabic, Vietnamese, punctuation. */
export const ADVANCE_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x52f],
  [0x590, 0x6ff],
  [0x1e00, 0x1fff],
  [0x2010, 0x205e],
  [0x20a0, 0x20c0],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
]

/** Steps of a 40th of an em in one printable character; `~` is a character no font has. */
const STEPS_PER_EM = 40
const FIRST_CODE = 0x30
const UNKNOWN = '~'

/** Thousandths of an em, rounded up to the next step; null for what is unknown. */
export function packAdvances(advances: readonly (number | null)[]): string {
  return advances
    .map((advance) => {
      if (advance === null) return UNKNOWN
      const step = Math.min(Math.ceil((advance * STEPS_PER_EM) / 1_000), 77)
      const code = FIRST_CODE + step
      // Neither a quote nor a backslash has to be escaped in the file that holds them.
      return code === 0x5c ? ']' : String.fromCharCode(code)
    })
    .join('')
}

/** The advance of a code point in ems; undefined where it was not measured. */
export function unpackAdvance(packed: string, codePoint: number): number | undefined {
  let offset = 0
  for (const [first, last] of ADVANCE_RANGES) {
    if (codePoint < first) return undefined
    if (codePoint <= last) {
      const code = packed.charCodeAt(offset + codePoint - first)
      return Number.isNaN(code) || code === 0x7e ? undefined : (code - FIRST_CODE) / STEPS_PER_EM
    }
    offset += last - first + 1
  }
  return undefined
}

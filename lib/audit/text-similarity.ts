import { foldText } from '@/lib/brand/fold-text'

/** A text as copies of it are found: letters and digits only, folded. */
export interface ComparableText {
  readonly words: string
  readonly grams: ReadonlySet<string>
}

const GRAM_LENGTH = 3

export function toComparable(text: string): ComparableText {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const padded = ` ${words} `
  const grams = new Set<string>()
  for (let start = 0; start + GRAM_LENGTH <= padded.length; start++) {
    grams.add(padded.slice(start, start + GRAM_LENGTH))
  }
  return { words, grams }
}

/**
 * 1 for the same words in the same order whatever their case and punctuation, else the
 * Sørensen–Dice coefficient of their groups of three letters, 0 to 1.
 */
export function measureSimilarity(a: ComparableText, b: ComparableText): number {
  if (a.words === b.words) return 1
  const [small, large] = a.grams.size <= b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams]
  const total = small.size + large.size
  if (total === 0 || (2 * small.size) / total < NEAR_COPY) return 0
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared++
  return (2 * shared) / total
}

/** From here on two texts say the same as a viewer reads them: a word exchanged, a comma moved. */
export const NEAR_COPY = 0.85

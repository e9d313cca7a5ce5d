/**
 * Text as it is compared: compatibility forms joined, case folded (`ß` like `ss`, `ς` like `σ`),
 * curly apostrophes straight, and without characters that nobody sees (soft hyphens, zero-width
 * spaces), which would hide a word.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKC')
}

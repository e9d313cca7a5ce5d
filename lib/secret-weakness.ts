const leastLength = 32
const leastDistinctCharacters = 10
/** The least share of different three-letter runs; random text has nearly only different ones. */
const leastDistinctRuns = 0.6
/** The largest share of steps to the same or a neighbouring character ("aaaa", "abcd", "4321"). */
const mostNeighbours = 0.4
const placeholder =
  /change[-_ ]?me|password|secret|example|development|replace|your[-_ ]|default|intarsia/i

/**
 * Why a secret is not fit to protect anything, as the end of a sentence that begins with its name,
 * or null when nothing speaks against it. Catches what people type in a hurry; it cannot prove
 * randomness.
 */
export function findSecretWeakness(secret: string): string | null {
  if (secret.length < leastLength) return `is shorter than ${leastLength} characters`
  if (placeholder.test(secret)) return 'contains a placeholder word'
  if (new Set(secret).size < leastDistinctCharacters) return 'uses too few different characters'
  if (distinctRunShare(secret) < leastDistinctRuns) return 'repeats itself'
  if (neighbourShare(secret) > mostNeighbours) return 'is a sequence'
  return null
}

function distinctRunShare(text: string): number {
  const runs = Array.from({ length: text.length - 2 }, (_, start) => text.slice(start, start + 3))
  return new Set(runs).size / runs.length
}

function neighbourShare(text: string): number {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  const near = codes.filter((code, at) => at > 0 && Math.abs(code - (codes[at - 1] ?? 0)) <= 1)
  return near.length / (codes.length - 1)
}

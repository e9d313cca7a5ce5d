const WORTHWHILE_SHARE = 0.01
const MAX_WAIT_MS = 60_000

/**
 * Whether what is new should become a policy version now: when it is at least a hundredth of what
 * is known, or has waited for a minute. A young campaign so learns every few seconds, and an old
 * one does not fill the database with versions that differ in the fifth digit.
 */
export function isWorthAVersion(input: {
  newOutcomes: number
  knownOutcomes: number
  sinceLastVersionMs: number
}): boolean {
  return (
    input.newOutcomes >= input.knownOutcomes * WORTHWHILE_SHARE ||
    input.sinceLastVersionMs >= MAX_WAIT_MS
  )
}

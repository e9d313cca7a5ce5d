import { isProportion } from '@/lib/math/intervals'
import type { Proportion } from '@/lib/math/intervals'

/** The two arms of a pilot: assembled ads, and the benchmark shown to the random holdout. */
export interface ArmCounts {
  readonly dynamic: Proportion
  readonly holdout: Proportion
}

/** Input that gives no estimate, and why: sentences a person can act on. */
export interface Invalid {
  readonly kind: 'invalid'
  readonly issues: readonly string[]
}

/** What is wrong with a count of successes among trials; null when nothing is. */
export function checkCounts(name: string, counts: Proportion): string | null {
  const { n, k } = counts
  if (!Number.isFinite(n) || !Number.isFinite(k)) return `${name}: counts must be numbers.`
  if (n < 0 || k < 0) return `${name}: counts must not be negative.`
  if (!isProportion(counts)) return `${name}: more successes (${k}) than trials (${n}).`
  return null
}

/** The same of both arms. */
export function checkArms({ dynamic, holdout }: ArmCounts): (string | null)[] {
  return [checkCounts('Dynamic arm', dynamic), checkCounts('Holdout', holdout)]
}

/** Gathers the issues of several checks into one refusal; null when there is none. */
export function refuse(...issues: readonly (string | null)[]): Invalid | null {
  const found = issues.filter((issue) => issue !== null)
  return found.length > 0 ? { kind: 'invalid', issues: found } : null
}

/** A level strictly between 0 and 1, such as 0.95; otherwise an issue. */
export function checkConfidenceLevel(level: number): string | null {
  return level > 0 && level < 1 ? null : 'The confidence level must lie between 0 and 1.'
}

/** A number above 0 that is finite; otherwise an issue. */
export function checkPositive(name: string, value: number): string | null {
  return value > 0 && Number.isFinite(value) ? null : `${name} must be above 0.`
}

/** A ratio strictly between 0 and 1; otherwise an issue. */
export function checkShare(name: string, share: number): string | null {
  return share > 0 && share < 1 ? null : `${name} must lie between 0 and 1.`
}

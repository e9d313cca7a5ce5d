import type { Purpose } from '@/lib/decision/context'

/** Whose rules decided: `unknown` when a signal could not be read, `none` when none was sent. */
export type Jurisdiction = 'gdpr' | 'us' | 'unknown' | 'none'

/** What one request may do with the viewer's data, and why, in sentences a person can read. */
export interface ConsentDecision {
  readonly purposes: readonly Purpose[]
  readonly jurisdiction: Jurisdiction
  readonly reasons: readonly string[]
  /** The viewer objected: nothing is stored about them, no profile is read or written. */
  readonly optedOut: boolean
}

export const allPurposes = [
  'storage',
  'basicAds',
  'profiles',
  'personalisedAds',
  'measurement',
] as const satisfies readonly Purpose[]

/** What a self-hoster may do when nobody said anything: count, and show by page context. */
export const contextualPurposes = ['basicAds', 'measurement'] as const satisfies readonly Purpose[]

/** Purposes that end with an opt-out of sale, sharing or targeted advertising. */
const purposesAnOptOutEnds: ReadonlySet<Purpose> = new Set([
  'storage',
  'profiles',
  'personalisedAds',
])

export function withoutOptedOut(purposes: readonly Purpose[]): Purpose[] {
  return purposes.filter((purpose) => !purposesAnOptOutEnds.has(purpose))
}

export function intersectPurposes(a: readonly Purpose[], b: readonly Purpose[]): Purpose[] {
  return allPurposes.filter((purpose) => a.includes(purpose) && b.includes(purpose))
}

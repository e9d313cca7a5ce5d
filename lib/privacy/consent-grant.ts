import type { Purpose } from '@/lib/decision/context'
import { allPurposes, contextualPurposes, type Jurisdiction } from './consent-decision'
import type { UsSignal } from './read-us-signal'

/** What one law says through one signal. Several grants are intersected. */
export interface ConsentGrant {
  readonly jurisdiction: Exclude<Jurisdiction, 'none'>
  readonly purposes: readonly Purpose[]
  readonly reason: string
  readonly isOptOut: boolean
}

export function refuseUnder(jurisdiction: ConsentGrant['jurisdiction'], reason: string) {
  return { jurisdiction, purposes: [], reason, isOptOut: false } satisfies ConsentGrant
}

/**
 * In the United States everything is allowed until the viewer objects; a signal that cannot be
 * read allows nothing. `source` is the name of the signal in a sentence.
 */
export function grantOfUsSignal(signal: UsSignal, source: string): ConsentGrant[] {
  if (signal === 'notApplicable') return []
  if (signal === 'unreadable') return [refuseUnder('unknown', `${source} cannot be read.`)]
  const isOptOut = signal === 'optedOut'
  return [
    {
      jurisdiction: 'us',
      purposes: isOptOut ? contextualPurposes : allPurposes,
      reason: isOptOut
        ? `${source} says that the viewer opted out.`
        : `${source} holds no opt-out.`,
      isOptOut,
    },
  ]
}

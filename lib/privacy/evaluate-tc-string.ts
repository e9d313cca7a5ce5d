import type { Purpose } from '@/lib/decision/context'
import type { TcString } from './read-tc-string'

/** First instant at which a new string must carry the DisclosedVendors segment (TCF 2.3). */
const disclosureRequiredFromMs = Date.UTC(2026, 2, 1)
/** Clocks of consent platforms may be ahead of ours, but not by more than a day. */
const clockToleranceMs = 24 * 60 * 60 * 1000

const purposeIds = {
  storage: 1,
  basicAds: 2,
  profiles: 3,
  personalisedAds: 4,
  measurement: 7,
} as const satisfies Record<Purpose, number>
const needsConsent: ReadonlySet<Purpose> = new Set(['storage', 'profiles', 'personalisedAds'])

export type TcEvaluation =
  | { readonly kind: 'ok'; readonly purposes: readonly Purpose[] }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Which purposes a decoded TC string gives to the vendor it was read for (IAB TCF v2.2/2.3):
 * storage, profiles and personalised ads by consent only; basic ads and measurement by consent
 * or legitimate interest; publisher restrictions and the DisclosedVendors segment honoured.
 */
export function evaluateTcString(tc: TcString, nowMs: number): TcEvaluation {
  if (tc.cmpId < 2) return refuse('The TCF string names no registered consent platform.')
  if (tc.createdMs > nowMs + clockToleranceMs) {
    return refuse('The TCF string says it was made in the future.')
  }
  if (tc.isVendorDisclosed === null && tc.createdMs >= disclosureRequiredFromMs) {
    return refuse('The TCF string was made after 28 February 2026 without disclosed vendors.')
  }
  if (tc.isVendorDisclosed === false) {
    return refuse('The TCF string shows that this vendor was not disclosed to the viewer.')
  }
  const purposes = (Object.keys(purposeIds) as Purpose[]).filter((purpose) =>
    isAllowed(tc, purpose),
  )
  return { kind: 'ok', purposes }
}

function isAllowed(tc: TcString, purpose: Purpose): boolean {
  const id = purposeIds[purpose]
  const restriction = tc.restrictions.get(id)
  if (restriction === 'notAllowed') return false
  const byConsent = tc.hasVendorConsent && tc.purposeConsents.includes(id)
  const byInterest = tc.hasVendorLegitimateInterest && tc.purposeLegitimateInterests.includes(id)
  if (restriction === 'requireLegitimateInterest') return byInterest && !needsConsent.has(purpose)
  if (restriction === 'requireConsent' || needsConsent.has(purpose)) return byConsent
  return byConsent || byInterest
}

function refuse(reason: string): TcEvaluation {
  return { kind: 'refused', reason }
}

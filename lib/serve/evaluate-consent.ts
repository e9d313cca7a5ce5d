import { LRUCache } from 'lru-cache'
import type { ConsentDecision } from '@/lib/privacy/consent-decision'
import type { ConsentSignals } from '@/lib/privacy/consent-signals'
import { parseConsent } from '@/lib/privacy/parse-consent'

const MAX_REMEMBERED_CHARACTERS = 4_000_000
/** A decision depends on the clock by the day (strings from the future): an hour is fine enough. */
const REMEMBERED_FOR_MS = 3_600_000

/** Evaluates consent signals, remembering by their text: a site sends the same few over and over. */
export function createConsentEvaluator(
  vendorId: number | null,
): (signals: ConsentSignals, nowMs: number) => ConsentDecision {
  const decisions = new LRUCache<string, ConsentDecision>({
    maxSize: MAX_REMEMBERED_CHARACTERS,
    sizeCalculation: (_decision, key) => key.length + 200,
  })
  return (signals, nowMs) => {
    const { gdpr, gdprConsent, gpp, gppSid, usPrivacy, siteConsent } = signals
    const texts = `${gdpr ?? ''}\n${gdprConsent ?? ''}\n${gpp ?? ''}\n${gppSid ?? ''}\n${usPrivacy ?? ''}\n${siteConsent ?? ''}`
    const flags = `${signals.hasGlobalPrivacyControl ? 1 : 0}${signals.hasOptedOut ? 1 : 0}`
    const key = `${Math.floor(nowMs / REMEMBERED_FOR_MS)}\n${flags}\n${texts}`
    const known = decisions.get(key)
    if (known) return known
    const decision = parseConsent(signals, { vendorId, nowMs })
    decisions.set(key, decision)
    return decision
  }
}

import type { Purpose } from '@/lib/decision/context'
import {
  allPurposes,
  contextualPurposes,
  intersectPurposes,
  withoutOptedOut,
  type ConsentDecision,
  type Jurisdiction,
} from './consent-decision'
import { grantOfUsSignal, refuseUnder, type ConsentGrant } from './consent-grant'
import type { ConsentSignals } from './consent-signals'
import { evaluateGppString } from './evaluate-gpp-string'
import { evaluateTcString } from './evaluate-tc-string'
import { getTcString } from './parsed-strings'
import { readUsPrivacy } from './read-us-signal'

export interface ConsentOptions {
  /** Id on the IAB Global Vendor List; null when this installation is not registered. */
  readonly vendorId: number | null
  /** What is allowed when no signal was sent at all; `contextualPurposes` unless configured. */
  readonly defaultPurposes?: readonly Purpose[]
  readonly nowMs: number
}

/**
 * Decides what a request may do with the viewer's data from TCF, GPP, US Privacy, Global Privacy
 * Control and the shop's own answer. Every law that claims to apply must allow a purpose; an
 * opt-out always wins; a signal that cannot be read allows nothing. Never throws.
 */
export function parseConsent(signals: ConsentSignals, options: ConsentOptions): ConsentDecision {
  const grantOfTc = (tcString: string) => grantOfTcString(tcString, options)
  const grants = [
    ...(doesGdprApply(signals) ? [grantOfTc(signals.gdprConsent ?? '')] : []),
    ...evaluateGppString(signals.gpp ?? '', signals.gppSid ?? '', grantOfTc),
    ...grantOfUsSignal(readUsPrivacy(signals.usPrivacy ?? ''), 'The US Privacy string'),
  ]
  const base = grants.length > 0 ? intersectGrants(grants) : grantOfSite(signals, options)
  const objections = listObjections(signals)
  const optedOut = objections.length > 0 || grants.some((grant) => grant.isOptOut)
  return {
    purposes: optedOut ? withoutOptedOut(base.purposes) : base.purposes,
    jurisdiction: jurisdictionOf(grants),
    reasons: [...base.reasons, ...objections],
    optedOut,
  }
}

/** An unexpanded macro or any other value than `0` claims that GDPR applies, to be safe. */
function doesGdprApply({ gdpr, gdprConsent }: ConsentSignals): boolean {
  return gdpr ? gdpr !== '0' : Boolean(gdprConsent)
}

function grantOfTcString(text: string, { vendorId, nowMs }: ConsentOptions): ConsentGrant {
  if (text === '') return refuseUnder('gdpr', 'GDPR applies and no TCF string was sent.')
  const tc = getTcString(text, vendorId ?? 0)
  if (!tc) return refuseUnder('gdpr', 'GDPR applies and the TCF string cannot be read.')
  if (vendorId === null) {
    return refuseUnder('gdpr', 'GDPR applies and this installation has no vendor id to consent to.')
  }
  const evaluation = evaluateTcString(tc, nowMs)
  if (evaluation.kind === 'refused') return refuseUnder('gdpr', evaluation.reason)
  const { purposes } = evaluation
  const what = purposes.length > 0 ? 'purposes to this vendor' : 'this vendor nothing'
  return {
    jurisdiction: 'gdpr',
    purposes,
    reason: `GDPR applies and the TCF string allows ${what}.`,
    isOptOut: false,
  }
}

interface Base {
  readonly purposes: readonly Purpose[]
  readonly reasons: readonly string[]
}

function intersectGrants(grants: readonly ConsentGrant[]): Base {
  let purposes: readonly Purpose[] = allPurposes
  for (const grant of grants) purposes = intersectPurposes(purposes, grant.purposes)
  return { purposes, reasons: grants.map((grant) => grant.reason) }
}

/** The shop's own answer counts only where no law's signal was sent. */
function grantOfSite({ siteConsent }: ConsentSignals, { defaultPurposes }: ConsentOptions): Base {
  if (siteConsent === '1') {
    return { purposes: allPurposes, reasons: ['The site says that the viewer consented.'] }
  }
  return {
    purposes: defaultPurposes ?? contextualPurposes,
    reasons: ['No law was signalled, so the default of this installation holds.'],
  }
}

function listObjections(signals: ConsentSignals): string[] {
  const objections: string[] = []
  if (signals.hasGlobalPrivacyControl) {
    objections.push('The browser sends Global Privacy Control, an opt-out.')
  }
  if (signals.hasOptedOut) objections.push('The viewer opted out at this installation.')
  if (signals.siteConsent === '0') objections.push('The site says that the viewer refused.')
  return objections
}

function jurisdictionOf(grants: readonly ConsentGrant[]): Jurisdiction {
  const strictestFirst = ['gdpr', 'unknown', 'us'] as const
  return strictestFirst.find((one) => grants.some((grant) => grant.jurisdiction === one)) ?? 'none'
}

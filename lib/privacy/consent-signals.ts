/** The consent signals of one request, as they came: untrusted text, null when absent. */
export interface ConsentSignals {
  readonly gdpr: string | null
  readonly gdprConsent: string | null
  readonly gpp: string | null
  readonly gppSid: string | null
  readonly usPrivacy: string | null
  /** `consent` of our own tag: `1` the shop asked and the viewer agreed, `0` the viewer refused. */
  readonly siteConsent: string | null
  /** Global Privacy Control: the header `Sec-GPC: 1`. */
  readonly hasGlobalPrivacyControl: boolean
  /** The viewer's own opt-out at this installation. */
  readonly hasOptedOut: boolean
}

interface Reader {
  get(name: string): string | null
}

/** Takes the signals out of URL parameters and headers (`URLSearchParams` and `Headers` fit). */
export function readConsentSignals(
  parameters: Reader,
  headers: Reader,
  hasOptedOut: boolean,
): ConsentSignals {
  return {
    gdpr: parameters.get('gdpr'),
    gdprConsent: parameters.get('gdpr_consent'),
    gpp: parameters.get('gpp'),
    gppSid: parameters.get('gpp_sid'),
    usPrivacy: parameters.get('us_privacy'),
    siteConsent: parameters.get('consent'),
    hasGlobalPrivacyControl: headers.get('sec-gpc')?.trim() === '1',
    hasOptedOut,
  }
}

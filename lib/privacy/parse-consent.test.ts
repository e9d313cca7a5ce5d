import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { allPurposes, contextualPurposes } from './consent-decision'
import { readConsentSignals, type ConsentSignals } from './consent-signals'
import { parseConsent, type ConsentOptions } from './parse-consent'
import { buildTcString, noVendors, onlyVendor, type TcStringParts } from './testing/build-tc-string'

const nowMs = Date.UTC(2026, 10, 23)
const vendorId = 42
const options: ConsentOptions = { vendorId, nowMs }
const nothing: ConsentSignals = {
  gdpr: null,
  gdprConsent: null,
  gpp: null,
  gppSid: null,
  usPrivacy: null,
  siteConsent: null,
  hasGlobalPrivacyControl: false,
  hasOptedOut: false,
}
const decide = (signals: Partial<ConsentSignals>, more: Partial<ConsentOptions> = {}) =>
  parseConsent({ ...nothing, ...signals }, { ...options, ...more })
const underGdpr = (parts: TcStringParts, more: Partial<ConsentOptions> = {}) =>
  decide({ gdpr: '1', gdprConsent: buildTcString(parts) }, more).purposes

const everything: TcStringParts = {
  purposeConsents: [1, 2, 3, 4, 7],
  vendorConsents: onlyVendor(vendorId),
  disclosed: onlyVendor(vendorId),
}
const byInterest: TcStringParts = {
  purposeLegitimateInterests: [1, 2, 3, 4, 7],
  vendorLegitimateInterests: onlyVendor(vendorId),
  disclosed: onlyVendor(vendorId),
}
const restrict = (purposeId: number, type: number, vendor = vendorId): TcStringParts => ({
  restrictions: [{ purposeId, type, ranges: [[vendor, vendor]] }],
})

describe('parseConsent under the TCF', () => {
  it.each<[string, TcStringParts, readonly string[]]>([
    ['full consent', everything, allPurposes],
    ['legitimate interest only', byInterest, ['basicAds', 'measurement']],
    ['purposes without the vendor', { ...everything, vendorConsents: onlyVendor(41) }, []],
    ['the vendor without purposes', { ...everything, purposeConsents: [] }, []],
    ['some purposes', { ...everything, purposeConsents: [1, 2] }, ['storage', 'basicAds']],
    ['an undisclosed vendor', { ...everything, disclosed: noVendors }, []],
    ['no disclosure in a new string', { ...everything, disclosed: undefined }, []],
    ['no disclosure in an old string', { ...everything, disclosed: undefined, createdMs: Date.UTC(2026, 1, 28) }, allPurposes], // prettier-ignore
    ['no disclosure from 1 March 2026 on', { ...everything, disclosed: undefined, createdMs: Date.UTC(2026, 2, 1) }, []], // prettier-ignore
    ['a string of next week', { ...everything, createdMs: nowMs + 7 * 86_400_000 }, []],
    ['no consent platform', { ...everything, cmpId: 1 }, []],
    ['a purpose not allowed', { ...everything, ...restrict(4, 0) }, ['storage', 'basicAds', 'profiles', 'measurement']], // prettier-ignore
    ['another vendor restricted', { ...everything, ...restrict(4, 0, 41) }, allPurposes],
    ['interest where consent is required', { ...byInterest, ...restrict(2, 1) }, ['measurement']],
    ['consent where interest is required', { ...everything, ...restrict(7, 2) }, ['storage', 'basicAds', 'profiles', 'personalisedAds']], // prettier-ignore
    ['interest in what only consent allows', { ...byInterest, ...restrict(3, 2) }, ['basicAds', 'measurement']], // prettier-ignore
    ['interest required for what has none', { ...everything, ...restrict(3, 2) }, ['storage', 'basicAds', 'personalisedAds', 'measurement']], // prettier-ignore
  ])('%s', (_name, parts, expected) => {
    expect(underGdpr(parts)).toEqual(expected)
  })

  it.each<[string, Partial<ConsentSignals>]>([
    ['no string', { gdpr: '1' }],
    ['an empty string', { gdpr: '1', gdprConsent: '' }],
    ['rubbish', { gdpr: '1', gdprConsent: 'hello' }],
    ['an unexpanded macro', { gdpr: '${GDPR}', gdprConsent: '${GDPR_CONSENT_42}' }],
    ['an oversized string', { gdpr: '1', gdprConsent: 'C'.repeat(100_000) }],
    ['a string without gdpr', { gdprConsent: 'hello' }],
    ['the word of the site', { gdpr: '1', siteConsent: '1' }],
    ['section 2 in force and missing', { gppSid: '2' }],
  ])('is contextual only with %s', (_name, signals) => {
    expect(decide(signals)).toMatchObject({ purposes: [], jurisdiction: 'gdpr', optedOut: false })
  })

  it('allows nothing without a vendor id, whatever was consented to', () => {
    expect(underGdpr(everything, { vendorId: null })).toEqual([])
  })

  it('does not read a string where GDPR does not apply', () => {
    expect(decide({ gdpr: '0', gdprConsent: 'hello' }).purposes).toEqual(contextualPurposes)
  })

  it('reads section 2 of a GPP string as a TCF string', () => {
    const tcString = buildTcString(everything)
    expect(decide({ gpp: `DBABMA~${tcString}`, gppSid: '2' }).purposes).toEqual(allPurposes)
    expect(decide({ gpp: `DBABMA~${tcString}` }).jurisdiction).toBe('gdpr')
  })
})

describe('parseConsent in the United States', () => {
  it.each<[string, Partial<ConsentSignals>, readonly string[], boolean]>([
    ['no opt-out of sale', { usPrivacy: '1YNN' }, allPurposes, false],
    ['an opt-out of sale', { usPrivacy: '1YYN' }, contextualPurposes, true],
    ['a string of another version', { usPrivacy: '2---' }, [], false],
    ['GPP US Privacy, opted out', { gpp: 'DBABTA~1YYN' }, contextualPurposes, true],
    ['GPP national, no opt-out', { gpp: 'DBABLA~BVQqAAAAAgA.QA', gppSid: '7' }, allPurposes, false],
    ['GPP national, a known child', { gpp: 'DBABLA~CAAAVVVVVVRA.QA' }, contextualPurposes, true],
    ['GPP national, out of sale', { gpp: 'DBABLA~CAAQAAAAAABA.QA' }, contextualPurposes, true],
    ['GPP California, out of sale', { gpp: 'DBABBg~BAQAAABA.QA' }, contextualPurposes, true],
    ['GPP California, a GPC segment', { gpp: 'DBABBg~BAAAAABA.YA' }, contextualPurposes, true],
    ['GPP California, a value of 3', { gpp: 'DBABBg~BAwAAABA.QA' }, [], false],
    ['GPP California, an unknown version', { gpp: 'DBABBg~EAAAAABA.QA' }, [], false],
    ['GPP California, cut off', { gpp: 'DBABBg~BA' }, [], false],
    ['GPP Rhode Island, out of sale', { gpp: 'DBABSYA~BQBA.AAA' }, contextualPurposes, true],
    ['a section in force that is missing', { gpp: 'DBABTA~1YNN', gppSid: '6,7' }, [], false],
    ['an opt-out not in force', { gpp: 'DBABTA~1YYN', gppSid: '-1' }, contextualPurposes, true],
    ['no section in force', { gpp: 'DBABTA~1YNN', gppSid: '-1' }, contextualPurposes, false],
    ['a malformed list of sections', { gpp: 'DBABTA~1YNN', gppSid: 'all' }, [], false],
    ['Canada in force', { gppSid: '5' }, [], false],
    ['a header that claims millions of sections', { gpp: 'DBAB5USgCKY~x' }, [], false],
  ])('%s', (_name, signals, purposes, optedOut) => {
    expect(decide(signals)).toMatchObject({ purposes, optedOut })
  })

  it.each([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27])(
    'refuses what it cannot read in section %i',
    (section) => {
      expect(decide({ gppSid: `${section}` }).purposes).toEqual([])
    },
  )
})

describe('parseConsent without a law', () => {
  it('follows the default of the installation', () => {
    expect(decide({})).toMatchObject({ purposes: contextualPurposes, jurisdiction: 'none' })
    expect(decide({}, { defaultPurposes: [] }).purposes).toEqual([])
  })

  it('takes the word of the site', () => {
    expect(decide({ siteConsent: '1' })).toMatchObject({ purposes: allPurposes, optedOut: false })
    const refused = decide({ siteConsent: '0' }, { defaultPurposes: allPurposes })
    expect(refused).toMatchObject({ purposes: contextualPurposes, optedOut: true })
    expect(decide({ siteConsent: 'yes' }).purposes).toEqual(contextualPurposes)
  })

  it('reads parameters and headers by their standard names', () => {
    const parameters = new URLSearchParams('gdpr=0&gpp=a&gpp_sid=7&us_privacy=1---&consent=1')
    const headers = new Headers({ 'Sec-GPC': '1' })
    expect(readConsentSignals(parameters, headers, false)).toEqual({
      ...nothing,
      gdpr: '0',
      gpp: 'a',
      gppSid: '7',
      usPrivacy: '1---',
      siteConsent: '1',
      hasGlobalPrivacyControl: true,
    })
  })
})

describe('parseConsent whatever comes', () => {
  const text = fc.oneof(
    fc.constantFrom(null, '', '0', '1', '-1', '2,6', '1YNN', '1YYN', buildTcString(everything)),
    fc.constantFrom('DBABLA~BVQqAAAAAgA.QA', 'DBABTA~1YNN', `DBABMA~${buildTcString(everything)}`),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'ABCDYZaz09-_.~'), maxLength: 60 }),
  )
  const signals = fc.record<ConsentSignals>({
    gdpr: text,
    gdprConsent: text,
    gpp: text,
    gppSid: text,
    usPrivacy: text,
    siteConsent: text,
    hasGlobalPrivacyControl: fc.boolean(),
    hasOptedOut: fc.boolean(),
  })
  const anyOptions = fc.record({
    vendorId: fc.constantFrom(null, 42),
    defaultPurposes: fc.subarray([...allPurposes]),
    nowMs: fc.constant(nowMs),
  })

  it('answers with a reason and never throws', () => {
    fc.assert(
      fc.property(signals, anyOptions, (given, config) => {
        const decision = parseConsent(given, config)
        expect(decision.reasons.length).toBeGreaterThan(0)
        expect(parseConsent(given, config)).toEqual(decision)
      }),
      { numRuns: 500 },
    )
  })

  it('lets an opt-out win over everything else', () => {
    const optOut = fc.constantFrom<Partial<ConsentSignals>>(
      { hasGlobalPrivacyControl: true },
      { hasOptedOut: true },
      { siteConsent: '0' },
      { usPrivacy: '1YYN' },
      { gpp: 'DBABTA~1YYN' },
      { gpp: 'DBABLA~CAAQAAAAAABA.QA' },
    )
    fc.assert(
      fc.property(signals, optOut, anyOptions, (given, objection, config) => {
        const { purposes, optedOut } = parseConsent({ ...given, ...objection }, config)
        expect(purposes.filter((one) => !contextualPurposes.some((two) => one === two))).toEqual([])
        // A string beside an unreadable list of sections is not evaluated, and allows nothing.
        expect(optedOut || purposes.length === 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

const folder = 'standards/consent'
const read = <T>(name: string) => readFixture<T[]>(`${folder}/${name}.json`)

describeFixtures('parseConsent on published strings', folder, () => {
  it('gives the vendors of old reference strings what they were given', () => {
    interface Fixture {
      tcString: string
      decoded: {
        created: string
        cmpId: number
        purposeConsents: number[]
        vendorConsents: number[]
      }
    }
    let evaluated = 0
    for (const { tcString, decoded } of read<Fixture>('tcf_valid.dev')) {
      const vendor = decoded.vendorConsents.at(-1)
      if (vendor === undefined) continue
      const { purposes } = decide({ gdpr: '1', gdprConsent: tcString }, { vendorId: vendor })
      if (!decoded.purposeConsents.includes(1)) expect(purposes).not.toContain('storage')
      if (!decoded.purposeConsents.includes(3)) expect(purposes).not.toContain('profiles')
      evaluated += purposes.includes('storage') ? 1 : 0
    }
    expect(evaluated).toBeGreaterThan(3)
  })

  it('allows nothing by strings of 2026 that disclose nobody', () => {
    for (const { tcString } of read<{ tcString: string }>('tcf_generated_by_reference.dev')) {
      const decision = decide({ gdpr: '1', gdprConsent: tcString }, { vendorId: 12 })
      expect(decision).toMatchObject({ purposes: [], jurisdiction: 'gdpr' })
    }
  })

  it('refuses rejected TCF and GPP strings', () => {
    for (const { tcString } of read<{ tcString: string }>('tcf_rejected.dev')) {
      expect(decide({ gdpr: '1', gdprConsent: tcString }).purposes).toEqual([])
    }
    for (const { gppString } of read<{ gppString: string }>('gpp_rejected.dev')) {
      expect(decide({ gpp: gppString }).purposes).toEqual([])
    }
  })

  it('agrees with the US Privacy suite', () => {
    interface Fixture {
      consent: string
      optOutSale: boolean
      error: string | null
    }
    for (const { consent, optOutSale, error } of read<Fixture>('us_privacy')) {
      const decision = decide({ usPrivacy: consent })
      expect(decision.optedOut).toBe(optOutSale)
      if (error) expect(decision.purposes).toEqual([])
    }
  })

  it('opts nobody out who did not in the valid GPP strings', () => {
    interface Fixture {
      gppString: string
      sections: Record<string, Record<string, unknown>>
    }
    for (const { gppString, sections } of read<Fixture>('gpp_valid.dev')) {
      const fields = Object.values(sections)
      const isChild = fields.some((one) =>
        [one.KnownChildSensitiveDataConsents ?? 0].flat().some((value) => value !== 0),
      )
      const isOut = fields.some((one) => one.SaleOptOut === 1 || one.OptOutSale === 'Y')
      expect(decide({ gpp: gppString }).optedOut).toBe(isChild || isOut)
    }
  })
})

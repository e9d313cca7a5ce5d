import { TCString, type TCModel } from '@iabtechlabtcf/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { readTcString } from './read-tc-string'
import { buildTcString, encodeBits, type VendorList } from './testing/build-tc-string'

const vendorId = fc.integer({ min: 1, max: 90 })
const range = fc
  .tuple(vendorId, vendorId)
  .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))
const vendorList: fc.Arbitrary<VendorList> = fc.oneof(
  fc.record({ kind: fc.constant('bits'), ids: fc.array(vendorId), maxId: fc.constant(90) }),
  fc.record({
    kind: fc.constant('ranges'),
    ranges: fc.array(range, { maxLength: 5 }),
    maxId: fc.constant(90),
  }),
)
const purposes = fc.uniqueArray(fc.integer({ min: 1, max: 24 }))
const parts = fc.record({
  createdMs: fc.integer({ min: 0, max: 4e12 / 100 }).map((decisecond) => decisecond * 100),
  cmpId: fc.integer({ min: 2, max: 4_095 }),
  purposeConsents: purposes,
  purposeLegitimateInterests: purposes,
  vendorConsents: vendorList,
  vendorLegitimateInterests: vendorList,
  restrictions: fc.array(
    fc.record({
      purposeId: fc.integer({ min: 1, max: 24 }),
      type: fc.integer({ min: 0, max: 2 }),
      ranges: fc.array(range, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
  disclosed: vendorList,
})
const restrictionNames = ['notAllowed', 'requireConsent', 'requireLegitimateInterest']

function expectAgreement(text: string, vendor: number, model: TCModel) {
  const tc = readTcString(text, vendor)
  expect(tc).toMatchObject({
    createdMs: model.created.getTime(),
    cmpId: model.cmpId,
    policyVersion: model.policyVersion,
    isServiceSpecific: model.isServiceSpecific,
    purposeOneTreatment: model.purposeOneTreatment,
    publisherCountryCode: model.publisherCountryCode,
    purposeConsents: [...model.purposeConsents.values()].toSorted((a, b) => a - b),
    purposeLegitimateInterests: [...model.purposeLegitimateInterests.values()].toSorted(
      (a, b) => a - b,
    ),
    hasVendorConsent: model.vendorConsents.has(vendor),
    hasVendorLegitimateInterest: model.vendorLegitimateInterests.has(vendor),
  })
  for (let purposeId = 1; purposeId <= 24; purposeId++) {
    const type = model.publisherRestrictions.getRestrictionType(vendor, purposeId)
    const expected = type === undefined ? undefined : restrictionNames[type]
    expect(tc?.restrictions.get(purposeId)).toBe(expected)
  }
}

describe('readTcString', () => {
  it('reads what the reference library reads', () => {
    fc.assert(
      fc.property(parts, vendorId, (given, vendor) => {
        const text = buildTcString(given)
        const model = TCString.decode(text)
        expectAgreement(text, vendor, model)
        expect(readTcString(text, vendor)?.isVendorDisclosed).toBe(
          model.vendorsDisclosed.has(vendor),
        )
      }),
    )
  })

  it('refuses a string cut off anywhere', () => {
    const text = buildTcString({
      vendorConsents: { kind: 'ranges', ranges: [[1, 5], [9, 9]], maxId: 9 }, // prettier-ignore
      restrictions: [{ purposeId: 2, type: 0, ranges: [[1, 5]] }],
    })
    for (let length = 0; length < text.length; length++) {
      expect(readTcString(text.slice(0, length), 3)).toBeNull()
    }
    expect(readTcString(text, 3)).not.toBeNull()
  })

  it.each([
    ['another version', encodeBits('000001' + '0'.repeat(300))],
    [
      'a doubled segment',
      `${buildTcString({ disclosed: { kind: 'bits', ids: [], maxId: 0 } })}.IAAA`,
    ],
    ['an unknown segment', `${buildTcString({})}.gAAA`],
    ['an empty segment', `${buildTcString({})}.`],
    ['a backward restriction', buildTcString({ restrictions: [{ purposeId: 1, type: 0, ranges: [[9, 2]] }] })], // prettier-ignore
    ['another alphabet', `${buildTcString({}).slice(0, -1)}é`],
  ])('refuses %s', (_name, text) => {
    expect(readTcString(text, 1)).toBeNull()
  })

  it('never throws, and accepts nothing random that the library refuses', () => {
    const base64url = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'),
      maxLength: 120,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          base64url.map((rest) => `CP${rest}`),
        ),
        (text) => {
          if (readTcString(text, 1) !== null)
            expect(() => TCString.decode(text)).not.toThrow(/length/)
        },
      ),
    )
  })

  it('stays linear where hostile ranges hold the reference library for seconds', () => {
    const ranges = Array.from({ length: 4_000 }, (): [number, number] => [1, 65_535])
    const list: VendorList = { kind: 'ranges', ranges, maxId: 65_535 }
    const text = buildTcString({ vendorConsents: list, vendorLegitimateInterests: list })
    // Half a billion vendors written out: a materialising reader would not come back in time.
    expect(readTcString(text, 7)?.hasVendorConsent).toBe(true)
  })
})

const folder = 'standards/consent'
interface Fixture {
  tcString: string
  decoded: Record<string, unknown> & {
    vendorConsents: number[]
    vendorLegitimateInterests: number[]
    vendorsDisclosed?: number[]
    publisherRestrictions?: { purposeId: number; restrictionType: number; vendors: number[] }[]
  }
}
const read = <T>(name: string) => readFixture<T[]>(`${folder}/${name}.dev.json`)
const plainFields = [
  'cmpId', 'cmpVersion', 'consentScreen', 'consentLanguage', 'vendorListVersion', 'policyVersion',
  'isServiceSpecific', 'useNonStandardTexts', 'publisherCountryCode', 'purposeOneTreatment',
  'purposeConsents', 'purposeLegitimateInterests',
] as const // prettier-ignore

describeFixtures('readTcString on published strings', folder, () => {
  it.each(['tcf_valid', 'tcf_generated_by_reference'])('decodes every string of %s', (file) => {
    const fixtures = read<Fixture>(file)
    expect(fixtures.length).toBeGreaterThan(25)
    for (const { tcString, decoded } of fixtures) {
      const vendors = new Set([
        ...decoded.vendorConsents.slice(0, 40),
        ...decoded.vendorLegitimateInterests.slice(0, 40),
        ...(decoded.publisherRestrictions ?? []).flatMap((one) => one.vendors.slice(0, 20)),
        ...[1, 2, 3, 500, 9_999],
      ])
      for (const vendor of vendors) {
        const tc = readTcString(tcString, vendor)
        if (!tc) throw new Error(`refused ${tcString}`)
        for (const field of plainFields) {
          if (field in decoded) expect(tc[field]).toEqual(decoded[field])
        }
        expect(tc.specialFeatureOptIns).toEqual(decoded.specialFeatureOptins)
        if ('created' in decoded) {
          expect(new Date(tc.createdMs).toISOString()).toBe(decoded.created)
          expect(new Date(tc.lastUpdatedMs).toISOString()).toBe(decoded.lastUpdated)
        }
        expect(tc.hasVendorConsent).toBe(decoded.vendorConsents.includes(vendor))
        expect(tc.hasVendorLegitimateInterest).toBe(
          decoded.vendorLegitimateInterests.includes(vendor),
        )
        if (decoded.vendorsDisclosed) {
          expect(tc.isVendorDisclosed ?? false).toBe(decoded.vendorsDisclosed.includes(vendor))
        }
        for (const {
          purposeId,
          restrictionType,
          vendors: bound,
        } of decoded.publisherRestrictions ?? []) {
          if (bound.includes(vendor)) {
            const name = tc.restrictions.get(purposeId) ?? ''
            expect(restrictionNames.indexOf(name)).toBeLessThanOrEqual(restrictionType)
            expect(name).not.toBe('')
          }
        }
      }
    }
  })

  it('refuses every string of tcf_rejected', () => {
    for (const { tcString } of read<{ tcString: string }>('tcf_rejected')) {
      expect(readTcString(tcString, 1)).toBeNull()
    }
  })
})

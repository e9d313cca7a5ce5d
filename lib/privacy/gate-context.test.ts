import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { AdContext } from '@/lib/decision/context'
import { fieldNameSchema } from '@/lib/decision/condition'
import { allPurposes, type ConsentDecision } from './consent-decision'
import { gateContext, type GatedContext, type RawContext } from './gate-context'

const consent = (...purposes: ConsentDecision['purposes']): ConsentDecision => ({
  purposes,
  jurisdiction: 'none',
  reasons: [],
  optedOut: false,
})
const raw: RawContext = {
  device: { deviceClass: 'mobile', os: 'ios', browser: 'safari' },
  language: 'de-AT',
  place: { country: 'us', region: 'CA' },
  time: { hour: 9, weekday: 'monday', daypart: 'morning', date: '2026-11-23' },
  pageCategory: 'outdoor',
  feeds: { 'weather.condition': 'rain', 'stock.sku-1': 3 },
  profile: { hasConsent: true, attributes: { tier: 'gold', email: 'a@b.c', externalKey: 'v-1' } },
  visitorId: 'v-1',
}
const contextual = {
  'device.class': 'mobile',
  'device.os': 'ios',
  'device.browser': 'safari',
  'locale.language': 'de',
  'place.country': 'US',
  'place.region': 'US-CA',
  'time.hour': 9,
  'time.weekday': 'monday',
  'time.daypart': 'morning',
  'time.date': '2026-11-23',
  'page.category': 'outdoor',
  'weather.condition': 'rain',
  'stock.sku-1': 3,
}

describe('gateContext', () => {
  it.each<[string, RawContext, ConsentDecision, object]>([
    ['everything allowed', raw, consent(...allPurposes), { ...contextual, 'profile.tier': 'gold' }],
    ['nothing allowed', raw, consent(), contextual],
    ['profiles without ads', raw, consent('profiles'), contextual],
    ['ads without profiles', raw, consent('personalisedAds', 'storage'), contextual],
    ['no consent in the profile', { ...raw, profile: { hasConsent: false, attributes: { tier: 'gold' } } }, consent(...allPurposes), contextual], // prettier-ignore
    ['nothing known', {}, consent(...allPurposes), {}],
  ])('%s', (_name, given, decision, fields) => {
    expect(gateContext(given, decision)).toEqual({ fields, purposes: decision.purposes })
  })

  it.each([
    [
      { country: 'DE', region: 'DE-BY' },
      { 'place.country': 'DE', 'place.region': 'DE-BY' },
    ],
    [
      { country: 'FR', region: '75' },
      { 'place.country': 'FR', 'place.region': 'FR-75' },
    ],
    [{ country: 'DE', region: '10115' }, { 'place.country': 'DE' }],
    [{ country: 'IS', region: '101' }, { 'place.country': 'IS' }],
    [{ country: 'US', region: 'San Francisco' }, { 'place.country': 'US' }],
    [{ country: 'US', region: '37.77,-122.41' }, { 'place.country': 'US' }],
    [{ country: 'Germany', region: 'BY' }, {}],
    [{ country: null, region: 'BY' }, {}],
  ])('keeps place coarse: %j', (place, fields) => {
    expect(gateContext({ place }, consent()).fields).toEqual(fields)
  })

  it('keeps feeds from naming fields of the gate, and values of a wrong shape out', () => {
    const feeds = {
      'profile.tier': 'gold',
      'device.class': 'tv',
      'visitor.id': 'x',
      plain: 1,
      'stock.a': Number.NaN,
      'promotion.b': 'x'.repeat(300),
      'promotion.c': true,
    }
    expect(gateContext({ feeds }, consent()).fields).toEqual({ 'promotion.c': true })
  })

  it('never shows a profile without permission, nor the identifier at all', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant('v-9'))
    const attributes = fc.dictionary(fc.stringMatching(/^[a-zA-Z_]{1,12}$/), scalar)
    fc.assert(
      fc.property(
        attributes,
        fc.boolean(),
        fc.subarray([...allPurposes]),
        (given, hasConsent, purposes) => {
          const profile = { hasConsent, attributes: given }
          const { fields } = gateContext({ profile, visitorId: 'v-9' }, consent(...purposes))
          const isAllowed =
            hasConsent && purposes.includes('profiles') && purposes.includes('personalisedAds')
          if (!isAllowed) expect(fields).toEqual({})
          expect(Object.values(fields)).not.toContain('v-9')
          for (const name of Object.keys(fields)) {
            expect(fieldNameSchema.safeParse(name).success).toBe(true)
          }
        },
      ),
    )
  })

  it('makes a type that nothing else can make', () => {
    expectTypeOf<GatedContext>().toExtend<AdContext>()
    expectTypeOf<AdContext>().not.toExtend<GatedContext>()
  })
})

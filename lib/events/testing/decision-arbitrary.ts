import fc from 'fast-check'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import { armSchema, type DecisionRecord } from '@/lib/decision/decision-record'

const slots = ['background', 'headline', 'product', 'cta', 'badge']
const perSlot = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...slots), value, { noNullPrototype: true })

const plainArbitrary = fc.record({
  v: fc.constant(1 as const),
  id: fc.uuid({ version: 7 }),
  workspaceId: fc.string({ maxLength: 30 }),
  campaignId: fc.string({ maxLength: 30 }),
  placementId: fc.string({ maxLength: 30 }),
  size: fc.constantFrom(...(Object.keys(AD_SIZES) as AdSize[])),
  revision: fc.nat(),
  policyVersion: fc.nat(),
  feedVersion: fc.nat(),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  decidedAtMs: fc.integer({ min: 0, max: 4e12 }),
  arm: fc.constantFrom(...armSchema.options),
  reason: fc.string({ unit: 'grapheme', maxLength: 60 }),
  assets: perSlot(fc.string({ maxLength: 30 })),
  propensities: perSlot(fc.double({ min: 1e-9, max: 1, noNaN: true })),
  propensity: fc.double({ min: 1e-12, max: 1, noNaN: true }),
  cell: perSlot(fc.string({ maxLength: 20 })),
  fields: fc.dictionary(
    fc.string({ maxLength: 20 }),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.boolean(), fc.integer()),
    { noNullPrototype: true, maxKeys: 8 },
  ),
  segmentIds: fc.array(fc.uuid(), { maxLength: 4 }),
  firedRuleIds: fc.array(fc.uuid(), { maxLength: 4 }),
  purposes: fc.subarray(['storage', 'basicAds', 'profiles', 'personalisedAds', 'measurement']),
  landingUrl: fc.webUrl(),
  isSimulated: fc.boolean(),
})

const products = fc.array(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 50 }),
    priceMicros: fc.option(fc.maxSafeNat()),
  }),
  { minLength: 1, maxLength: 3 },
)

/** Any decision that fits the schema. */
export const decisionArbitrary: fc.Arbitrary<DecisionRecord> = fc
  .tuple(plainArbitrary, fc.option(products))
  .map(([record, shown]) => (shown ? { ...record, products: shown } : record))

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRule } from '@/lib/campaigns/testing/build-draft'
import type { Condition } from '@/lib/decision/condition'
import type { CampaignDraft, DraftAsset } from '@/lib/campaigns/campaign-draft'
import { auditCampaign } from './audit-campaign'
import { buildInput, buildPicture, buildSlotOf, buildText, placeIn } from './testing/build-audit'

const TEXTS = [
  'Dry feet',
  'Boots that last a lifetime',
  'Waterproof walking boots for the whole family, now at half price, and more of them',
  'dry feet!',
  'Warm and light',
]
const IDS = ['h0', 'h1', 'h2', 'h3', 'h4']

const headlines = fc
  .array(fc.constantFrom('approved' as const, 'draft' as const, 'rejected' as const), {
    minLength: 5,
    maxLength: 5,
  })
  .chain((states) =>
    fc
      .subarray(IDS)
      .map((ids) =>
        ids.map((id) =>
          buildText(id, TEXTS[IDS.indexOf(id)] ?? '', { state: states[IDS.indexOf(id)] }),
        ),
      ),
  )
const conditions = fc.constantFrom<Condition>(
  { kind: 'all', of: [] },
  { kind: 'segment', segmentId: 's1' },
  { kind: 'not', of: { kind: 'segment', segmentId: 's1' } },
)
const rules = fc
  .array(
    fc.record({
      condition: conditions,
      kind: fc.constantFrom('show' as const, 'exclude' as const),
      assetIds: fc.subarray(IDS, { minLength: 1 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ condition, kind, assetIds }, index) =>
      buildRule(`r${index}`, {
        condition,
        priority: index + 1,
        effect: { kind, slot: 'headline', assetIds },
      }),
    ),
  )
const constraints: fc.Arbitrary<CampaignDraft['constraints']> = fc.array(
  fc.record({
    kind: fc.constantFrom('never' as const, 'together' as const),
    first: fc.constantFrom(...IDS).map((assetId) => ({ slot: 'headline', assetId })),
    second: fc.constantFrom('i1', 'i2').map((assetId) => ({ slot: 'image', assetId })),
  }),
  { maxLength: 3 },
)
const placements = fc.constantFrom(
  placeIn(),
  placeIn('320x50'),
  placeIn('300x250', '320x50', '728x90'),
)
const segments = [{ id: 's1', name: 'Regulars', condition: { kind: 'all' as const, of: [] } }]

describe('scoreBreadth', () => {
  it('never falls when an asset is added that is new and fits', () => {
    fc.assert(
      fc.property(headlines, rules, constraints, placements, (texts, ruleList, pairs, places) => {
        const scoreOf = (own: DraftAsset[], pictures: DraftAsset[]) =>
          auditCampaign(
            buildInput({
              slots: [buildSlotOf('headline', own), buildSlotOf('image', pictures)],
              ...{ segments, rules: ruleList, constraints: pairs, placements: places },
            }),
          ).score
        const pictures = [buildPicture('i1', {}, ['300x250', '320x50']), buildPicture('i2')]
        const before = scoreOf(texts, pictures)
        const withText = scoreOf([...texts, buildText('new', 'Sale')], pictures)
        const withPicture = scoreOf(texts, [...pictures, buildPicture('new')])
        for (const [index, { share, key }] of before.parts.entries()) {
          expect(withText.parts[index]?.share, key).toBeGreaterThanOrEqual(share)
          expect(withPicture.parts[index]?.share, key).toBeGreaterThanOrEqual(share)
        }
        expect(withText.value).toBeGreaterThanOrEqual(before.value)
      }),
    )
  })

  it('is the sum of its parts, 0 for nothing and 100 for plenty', () => {
    expect(auditCampaign(buildInput({ slots: [] })).score.value).toBe(0)
    const words = ['Dry feet', 'Warm and light', 'Made to last', 'Walk further', 'Out there', 'Go']
    const plenty = auditCampaign(
      buildInput({
        slots: [
          buildSlotOf(
            'headline',
            words.map((text, index) => buildText(`h${index}`, text)),
          ),
          buildSlotOf(
            'cta',
            words.map((text, index) => buildText(`c${index}`, text)),
          ),
          buildSlotOf(
            'image',
            words.map((_, index) => buildPicture(`i${index}`)),
          ),
          buildSlotOf(
            'background',
            words.map((_, index) => buildPicture(`b${index}`)),
          ),
        ],
      }),
    ).score
    expect(plenty.value).toBe(100)
    expect(plenty.parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })

  it('counts twins once', () => {
    const choiceOf = (...texts: string[]) =>
      auditCampaign(
        buildInput({
          slots: [
            buildSlotOf(
              'headline',
              texts.map((text, index) => buildText(`h${index}`, text)),
            ),
          ],
        }),
      ).score.parts.find(({ key }) => key === 'choice')?.share
    expect(choiceOf('Dry feet', 'Warm and light')).toBeCloseTo(1 / 3)
    expect(choiceOf('Dry feet', 'dry feet!', 'Warm and light')).toBeCloseTo(1 / 3)
  })
})

import { describe, expect, it } from 'vitest'
import { type BrandKit, DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { BLOCK, buildBrandAsset, WARN } from '@/lib/brand/testing/build-kit'
import { compileTemplate } from '@/lib/templates/compile-template'
import type { CampaignDraft } from './campaign-draft'
import { describeBroken, type GuardrailProof, listBlocking, listWarning } from './proof'
import { type AssetFacts, proveCampaign } from './prove-campaign'
import {
  buildAsset,
  buildDraft,
  buildRule,
  buildSlot,
  OBJECTIVES,
  PILOT,
  RAIN,
} from './testing/build-draft'

type Facts = Partial<Omit<AssetFacts, 'brand'> & AssetFacts['brand']>

function proveDraft(
  kit: Partial<BrandKit>,
  draft: CampaignDraft = buildDraft(),
  change: Record<string, Facts> = {},
) {
  const facts = new Map(
    draft.slots.flatMap(({ assets }) =>
      assets.map(({ id, kind, text }): [string, AssetFacts] => {
        const {
          markets = [],
          rightsStartAtMs = null,
          rightsEndAtMs = null,
          ...brand
        } = change[id] ?? {}
        return [
          id,
          {
            markets,
            rightsStartAtMs,
            rightsEndAtMs,
            brand: buildBrandAsset({ id, kind, text, ...brand }),
          },
        ]
      }),
    ),
  )
  return proveCampaign(draft, {
    kit: { ...DEFAULT_BRAND_KIT, ...kit },
    brandRevision: 3,
    facts,
    nameOf: (id) => id.toUpperCase(),
  })
}

const only = (proof: ReturnType<typeof proveDraft>, id: string): GuardrailProof => {
  const found = proof.guardrails.find((one) => one.id === id)
  if (!found)
    throw new Error(`No guardrail ${id} among ${proof.guardrails.map((g) => g.id).join()}`)
  return found
}
const asset = (assetId: string) => ({ assetIds: [assetId], tags: [] })
const tag = (name: string) => ({ assetIds: [], tags: [name] })
const never = (first: string, second: string) => ({
  pairs: [
    { ...BLOCK, id: 'p', kind: 'never' as const, first: asset(first), second: asset(second) },
  ],
})
const withDisclaimers = (size: '300x250' | '320x50' = '300x250') => {
  const draft = buildDraft()
  const slots = [...draft.slots, buildSlot('disclaimer', ['d1', 'd2'])]
  const benchmark = { ...PILOT.benchmark, disclaimer: 'd1' }
  const pilot = { ...PILOT, slotKeys: ['headline', 'image', 'disclaimer'], benchmark }
  const placements = draft.placements.map((placement) => ({ ...placement, size }))
  return { ...draft, slots, pilot, placements }
}

describe('proveCampaign', () => {
  it('finds nothing wrong with a campaign that has nothing wrong', () => {
    const proof = proveDraft({})
    expect(proof.combinations).toBe(6)
    expect(proof.brandRevision).toBe(3)
    expect(listBlocking(proof)).toEqual([])
    expect(listWarning(proof)).toEqual([])
    expect(new Set(proof.guardrails.map(({ kind }) => kind))).toEqual(
      new Set(['approval', 'rights', 'contrast', 'weight', 'text_fit']),
    )
  })

  it('finds a forbidden pair, counts it, and names the two and a whole ad', () => {
    const proof = only(proveDraft(never('h2', 'i2')), 'pair:p')
    expect(proof).toMatchObject({ state: 'violated', severity: 'block', count: 1 })
    expect(proof.witness).toEqual({
      elements: [
        { slot: 'headline', assetId: 'h2', name: 'Text h2', standsIn: null },
        { slot: 'image', assetId: 'i2', name: 'Asset i2', standsIn: null },
      ],
      combination: [
        { slot: 'headline', assetId: 'h2', name: 'Text h2', standsIn: null },
        { slot: 'image', assetId: 'i2', name: 'Asset i2', standsIn: null },
      ],
      isBenchmark: false,
    })
    expect(describeBroken(proof)).toBe(
      'Never together: “H2” and “I2”: “Text h2” with “Asset i2” break it, in 1 combination. Add a pair that keeps the two apart, or take one of them out.',
    )
  })

  it.each<[string, Partial<CampaignDraft>]>([
    [
      'a pair of the campaign',
      {
        constraints: [
          {
            kind: 'never',
            first: { slot: 'image', assetId: 'i2' },
            second: { slot: 'headline', assetId: 'h2' },
          },
        ],
      },
    ],
    [
      'a rule that always holds',
      {
        rules: [
          buildRule('r', {
            condition: { kind: 'all', of: [] },
            effect: { kind: 'exclude', slot: 'image', assetIds: ['i2'] },
          }),
        ],
      },
    ],
    ['a slot that does not vary', { pilot: { ...PILOT, slotKeys: ['image'] } }],
    [
      'a pause',
      {
        slots: [
          {
            ...buildSlot('headline', []),
            assets: [buildAsset('h1'), buildAsset('h2', { isPaused: true })],
          },
          buildSlot('image', ['i1', 'i2']),
        ],
      },
    ],
  ])('takes %s into account', (_, change) => {
    expect(only(proveDraft(never('h2', 'i2'), buildDraft(change)), 'pair:p').state).toBe('holds')
  })

  it('does not rely on a rule that only sometimes holds', () => {
    const effect = { kind: 'exclude' as const, slot: 'image', assetIds: ['i2'] }
    const draft = buildDraft({ rules: [buildRule('r', { condition: RAIN, effect })] })
    expect(only(proveDraft(never('h2', 'i2'), draft), 'pair:p').state).toBe('violated')
  })

  it('holds the static ad to the rules, too', () => {
    const constraints = [
      {
        kind: 'never' as const,
        first: { slot: 'image', assetId: 'i1' },
        second: { slot: 'headline', assetId: 'h1' },
      },
    ]
    const proof = only(proveDraft(never('h1', 'i1'), buildDraft({ constraints })), 'pair:p')
    expect(proof).toMatchObject({ state: 'violated', count: 1, witness: { isBenchmark: true } })
    expect(describeBroken(proof)).toContain('the static ad breaks it')
  })

  it('asks for the second where the first is shown', () => {
    const pair = {
      ...WARN,
      id: 'p',
      kind: 'only_with' as const,
      first: asset('h3'),
      second: tag('sea'),
    }
    const facts = { i1: { tags: ['sea'] } }
    const proof = only(proveDraft({ pairs: [pair] }, buildDraft(), facts), 'pair:p')
    expect(proof).toMatchObject({ state: 'violated', severity: 'warn', count: 1 })
    expect(proof.witness?.elements.map(({ assetId }) => assetId)).toEqual(['h3', 'i2'])
  })

  it('asks for the disclaimer of a claim, and for room for it', () => {
    const claims = [{ ...BLOCK, id: 'c', phrases: ['free'], locales: [], disclaimer: tag('terms') }]
    const facts = { h2: { text: 'Free delivery' }, d2: { tags: ['terms'] } }
    const roomy = only(proveDraft({ claims }, withDisclaimers(), facts), 'claim:c:300x250')
    expect(roomy.witness?.elements.map(({ assetId }) => assetId)).toEqual(['h2', 'd1'])
    expect(roomy.count).toBe(2)
    const tight = only(proveDraft({ claims }, withDisclaimers('320x50'), facts), 'claim:c:320x50')
    expect(tight.witness?.elements.map(({ assetId }) => assetId)).toEqual(['h2'])
    expect(tight.fix).toContain('has no room for a disclaimer')
    const both = { ...facts, d1: { tags: ['terms'] } }
    expect(only(proveDraft({ claims }, withDisclaimers(), both), 'claim:c:300x250').state).toBe(
      'holds',
    )
  })

  it('asks for a disclaimer by market and category', () => {
    const rule = {
      ...BLOCK,
      ...{ id: 'd', name: 'Spirits in Germany', markets: ['DE'], categories: ['alcohol'] },
      disclaimer: tag('drink-wisely'),
    }
    const kit = { disclaimers: [rule] }
    const state = (draft: CampaignDraft, facts: Record<string, Facts>) =>
      proveDraft(kit, draft, facts).guardrails.find(({ id }) => id === 'disclaimer:d:300x250')
        ?.state
    const draft = withDisclaimers()
    const of = (markets: string[], category?: string): CampaignDraft => ({
      ...draft,
      objectives: { ...OBJECTIVES, markets, category },
    })
    expect(state(of([], 'alcohol'), {})).toBe('violated')
    expect(state(of(['DE', 'FR'], 'alcohol'), {})).toBe('violated')
    expect(state(of(['FR'], 'alcohol'), {})).toBeUndefined()
    expect(state(of([], 'shoes'), {})).toBe('holds')
    expect(state(of([], 'shoes'), { i1: { tags: ['alcohol'] } })).toBe('violated')
    // What is never shown in Germany needs nothing there.
    expect(state(of([], 'shoes'), { i1: { tags: ['alcohol'], markets: ['FR'] } })).toBe('holds')
    const wise = { d1: { tags: ['drink-wisely'] }, d2: { tags: ['drink-wisely'] } }
    expect(state(of([], 'alcohol'), wise)).toBe('holds')
  })

  it('asks for rights, approval, readable text, weight and copy that fits', () => {
    const ended = { h1: { rightsEndAtMs: Date.parse('2026-11-20T00:00:00Z') } }
    expect(only(proveDraft({}, buildDraft(), ended), 'rights')).toMatchObject({
      ...{ state: 'violated', severity: 'warn', count: 2 },
    })

    const unapproved = buildDraft({
      pilot: { ...PILOT, slotKeys: ['image'] },
      slots: [
        { ...buildSlot('headline', []), assets: [buildAsset('h1', { state: 'draft' })] },
        buildSlot('image', ['i1']),
      ],
    })
    // It is the only headline, so every combination holds it.
    expect(only(proveDraft({}, unapproved), 'approval').witness?.elements).toEqual([])

    const pale = buildDraft()
    const faint = { ...pale, design: { ...pale.design, textColor: '#8a8a8a' } }
    const contrast = only(proveDraft({}, faint), 'contrast:headline:300x250')
    expect(contrast).toMatchObject({ state: 'violated', severity: 'block', count: 6 })
    expect(contrast.witness?.elements).toEqual([])

    const heavy = buildSlot('image', ['i1', 'i2'])
    const [light, big] = heavy.assets
    if (!light || !big) throw new Error('two pictures')
    const rendition = big.renditions.map((one) => ({ ...one, fileSizeBytes: 149_000 }))
    const slots = [
      { ...buildSlot('headline', ['h1']), assets: [buildAsset('h1', { text: 'x'.repeat(90) })] },
      { ...heavy, assets: [light, { ...big, renditions: rendition }] },
    ]
    const proof = proveDraft({}, buildDraft({ slots }))
    expect(only(proof, 'weight:300x250')).toMatchObject({ state: 'violated', count: 1 })
    expect(only(proof, 'weight:300x250').witness?.elements.map(({ assetId }) => assetId)).toEqual([
      'i2',
    ])
    expect(only(proof, 'text_fit:300x250')).toMatchObject({ state: 'violated', severity: 'warn' })
  })

  it('warns of text over the colours of a picture that it can’t be read on', () => {
    const draft = buildDraft()
    const overlay = {
      ...draft,
      design: { ...draft.design, template: 'overlay' as const },
      slots: [
        {
          ...buildSlot('headline', []),
          assets: [
            buildAsset('h1', { text: 'Go out and stay out all of the long weekend through' }),
          ],
        },
        buildSlot('image', ['i1', 'i2']),
      ],
    }
    const facts = { i1: { dominantColors: ['#fafafa'] }, i2: { dominantColors: ['#101010'] } }
    const kit = { contrast: { ...DEFAULT_BRAND_KIT.contrast, minRatio: 12 } }
    const proof = only(proveDraft(kit, overlay, facts), 'contrast:headline:picture:300x250')
    expect(proof).toMatchObject({ state: 'violated', severity: 'warn' })
    expect(proof.witness?.elements.map(({ assetId }) => assetId)).toContain('i2')
  })

  it('holds assets approved before there was a rule to it', () => {
    const voice = {
      ...DEFAULT_BRAND_KIT.voice,
      words: [
        {
          ...BLOCK,
          id: 'w',
          kind: 'banned' as const,
          phrases: ['h3'],
          locales: [],
          assetKinds: [],
        },
      ],
    }
    const proof = only(proveDraft({ voice }), 'brand:w')
    expect(proof.witness?.elements.map(({ assetId }) => assetId)).toEqual(['h3'])
    expect(proof.fix).toContain('It says “h3”')
  })

  it('measures copy by the rooms of a team’s template, and claims no contrast of it', () => {
    const html = '<h1 data-slot="headline" data-fit="20px 1 line 20-20px">x</h1>'
    const { template: team } = compileTemplate({ html, css: '' })
    const draft = buildDraft()
    const proof = proveDraft({}, { ...draft, design: { ...draft.design, team } })
    expect(only(proof, 'text_fit:300x250').state).toBe('violated')
    expect(only(proof, 'weight:300x250').state).toBe('holds')
    expect(proof.guardrails.filter(({ kind }) => kind === 'contrast')).toEqual([])
  })
})

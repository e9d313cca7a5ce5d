import fc from 'fast-check'
import type { Condition } from '@/lib/decision/condition'
import { describe, expect, it } from 'vitest'
import type { CampaignDraft, DraftAsset } from './campaign-draft'
import { compileSnapshot } from './compile-snapshot'
import { completeDraft, STAND_IN_PLACEMENT_ID } from './complete-draft'
import {
  buildAsset,
  buildDraft,
  buildRule,
  buildSlot,
  OBJECTIVES,
  PILOT,
  RAIN,
} from './testing/build-draft'

function compile(change: Partial<CampaignDraft> = {}) {
  const compiled = compileSnapshot(buildDraft(change), 7)
  if (compiled.kind === 'invalid') throw new Error(compiled.issues.map((i) => i.message).join())
  return compiled.snapshot
}

describe('compileSnapshot', () => {
  it('answers the issues instead of a snapshot where something is to mend', () => {
    expect(compileSnapshot(buildDraft({ objectives: null }), 1)).toMatchObject({
      kind: 'invalid',
      issues: [{ step: 'objectives', path: 'goal' }],
    })
  })

  it('carries objectives, experiment and learning over', () => {
    expect(compile()).toMatchObject({
      revision: 7,
      timeZone: 'Europe/Berlin',
      flight: {
        startsAtMs: Date.parse(OBJECTIVES.flightStartsAt),
        endsAtMs: Date.parse(OBJECTIVES.flightEndsAt),
      },
      experiment: { trafficShare: 0.5, holdoutShare: 0.2, benchmark: PILOT.benchmark },
      learning: { reward: 'click', explorationFloor: 0.05 },
    })
    const snapshot = compile({ objectives: { ...OBJECTIVES, kpi: 'roas' } })
    expect(snapshot.learning.reward).toBe('value')
  })

  it('learns by stock where rules ask for it', () => {
    const condition: Condition = {
      kind: 'compare',
      field: 'stock.shoe',
      operator: 'equals',
      value: 'in_stock',
    }
    const featuresOf = (enabled: boolean) =>
      compile({ rules: [buildRule('a', { priority: 1, enabled, condition })] }).learning.features
    expect(featuresOf(true)).toContain('stock')
    expect(featuresOf(false)).not.toContain('stock')
  })

  it('leaves rules out that are off, and keeps the order of the others', () => {
    const { rules } = compile({
      rules: [
        buildRule('a', { priority: 1 }),
        buildRule('b', { priority: 2, enabled: false }),
        buildRule('c', { priority: 3 }),
      ],
    })
    expect(rules.map(({ id, priority }) => [id, priority])).toEqual([
      ['a', 1],
      ['c', 3],
    ])
  })

  it('fixes a slot that does not vary to its benchmark, paused or not', () => {
    const image = {
      ...buildSlot('image', []),
      assets: [
        buildAsset('i1', { kind: 'image', isPaused: true }),
        buildAsset('i2', { kind: 'image' }),
      ],
    }
    const snapshot = compile({
      slots: [buildSlot('headline', ['h1', 'h2']), image],
      pilot: { ...PILOT, slotKeys: ['headline'] },
    })
    expect(snapshot.slots.map(({ assetIds }) => assetIds)).toEqual([['h1', 'h2'], ['i1']])
    expect(Object.keys(snapshot.assets).sort()).toEqual(['h1', 'h2', 'i1'])
  })

  it('takes only the placements of the pilot', () => {
    const placements = ['p1', 'p2'].map((id) => ({
      id,
      name: id,
      size: '300x250' as const,
      pageCategory: null,
    }))
    expect(compile({ placements }).placements.map(({ id }) => id)).toEqual(['p1'])
  })

  const asset = (id: string, kind: 'headline' | 'image'): fc.Arbitrary<DraftAsset> =>
    fc
      .record({
        state: fc.constantFrom(
          ...Array.from({ length: 5 }, () => 'approved' as const),
          'draft' as const,
          'in_review' as const,
          'archived' as const,
        ),
        isPaused: fc.boolean(),
      })
      .map((change) => buildAsset(id, { kind, ...change }))
  const slot = (kind: 'headline' | 'image') =>
    fc
      .integer({ min: 0, max: 5 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => asset(`${kind}${index}`, kind))),
      )
      .map((assets) => ({ key: kind, kind, assets: [...assets] }))
  const draft = fc
    .record({
      headline: slot('headline'),
      image: slot('image'),
      slotKeys: fc.subarray(['headline', 'image'], { minLength: 1 }),
      benchmark: fc.tuple(fc.nat(5), fc.nat(5)),
    })
    .map(({ headline, image, slotKeys, benchmark: [h, i] }) =>
      buildDraft({
        slots: [headline, image],
        rules: [],
        pilot: {
          ...PILOT,
          slotKeys,
          benchmark: {
            headline: `headline${h % Math.max(1, headline.assets.length)}`,
            image: `image${i % Math.max(1, image.assets.length)}`,
          },
        },
      }),
    )

  it('admits only approved assets, and to dynamic ads only those not paused', () => {
    let compiledCount = 0
    fc.assert(
      fc.property(draft, (any) => {
        const compiled = compileSnapshot(any, 1)
        if (compiled.kind === 'invalid') return
        compiledCount++
        const { snapshot } = compiled
        const assets = any.slots.flatMap((one) => one.assets)
        const find = (id: string) => assets.find((one) => one.id === id)
        const benchmark = new Set(Object.values(snapshot.experiment.benchmark))
        for (const id of Object.keys(snapshot.assets)) expect(find(id)?.state).toBe('approved')
        for (const { key, assetIds } of snapshot.slots) {
          expect(assetIds.length).toBeGreaterThan(0)
          for (const id of assetIds) {
            expect(snapshot.assets[id]).toBeDefined()
            const isVarying = any.pilot?.slotKeys.includes(key)
            if (isVarying) expect(find(id)?.isPaused).toBe(false)
            else expect(benchmark.has(id)).toBe(true)
          }
        }
        for (const id of Object.keys(snapshot.assets)) {
          const isUsed = snapshot.slots.some(({ assetIds }) => assetIds.includes(id))
          expect(isUsed || benchmark.has(id)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(compiledCount).toBeGreaterThan(50)
  })
})

describe('completeDraft', () => {
  const NOW = Date.parse('2026-11-24T12:00:00Z')

  it('makes a draft without objectives and pilot fit to be looked at', () => {
    const draft = buildDraft({
      objectives: null,
      pilot: null,
      placements: [],
      segments: [{ id: 's1', name: 'S', condition: RAIN }],
    })
    const compiled = compileSnapshot(completeDraft(draft, '300x250', NOW), 1)
    expect(compiled).toMatchObject({
      kind: 'ok',
      snapshot: {
        placements: [{ id: STAND_IN_PLACEMENT_ID, size: '300x250' }],
        flight: { startsAtMs: NOW },
        experiment: { benchmark: { headline: 'h1', image: 'i1' } },
      },
    })
  })

  it('leaves what a person has filled in, mistakes included', () => {
    const draft = buildDraft({ pilot: { ...PILOT, benchmark: {} } })
    const complete = completeDraft(draft, '728x90', NOW)
    expect(complete).toEqual(draft)
    expect(compileSnapshot(complete, 1).kind).toBe('invalid')
  })

  it('does not hide that a slot is empty', () => {
    const draft = buildDraft({ slots: [buildSlot('headline', [])], pilot: null })
    expect(compileSnapshot(completeDraft(draft, '300x250', NOW), 1)).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'slots.headline' }, { path: 'benchmark.headline' }],
    })
  })
})

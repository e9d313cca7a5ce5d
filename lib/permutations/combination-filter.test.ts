import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateEligibility } from '@/lib/decision/evaluate-eligibility'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import type { Snapshot } from '@/lib/decision/snapshot'
import { buildSnapshot, rule } from '@/lib/decision/testing/build-snapshot'
import { inputArbitrary, snapshotArbitrary } from '@/lib/decision/testing/snapshot-arbitrary'
import { createSegmentSpace, narrowToFilter, NO_FILTER } from './combination-filter'
import { spaceInputOf } from './space-input'

const inSegment = (segmentId: string) => ({ kind: 'segment' as const, segmentId })

function heldIds(snapshot: Snapshot, segmentId: string | null): string[][] {
  const { slots, domains } = createSegmentSpace(spaceInputOf(snapshot), segmentId)
  return slots.map(({ assetIds }, slot) => assetIds.filter((_, asset) => domains[slot]?.[asset]))
}

describe('createSegmentSpace', () => {
  it('holds whatever the engine finds eligible for a viewer of the segment', () => {
    let smaller = 0
    fc.assert(
      fc.property(snapshotArbitrary, inputArbitrary, fc.nat(), (base, input, pick) => {
        const segmentId = base.segments[pick % Math.max(1, base.segments.length)]?.id ?? 's0'
        // Every other rule is made to ask for the segment.
        const rules = base.rules.map((own, index) =>
          index % 2 ? own : { ...own, condition: inSegment(segmentId) },
        )
        const snapshot = { ...base, rules }
        const prepared = prepareSnapshot(snapshot)
        const { candidates } = evaluateEligibility(prepared, {
          values: prepared.fields.read(input.fields),
          segmentIds: [...new Set([segmentId, ...input.segmentIds])],
          nowMs: input.nowMs,
        })
        const held = heldIds(snapshot, segmentId)
        for (const [slot, { assetIds }] of candidates.entries()) {
          for (const id of assetIds) expect(held[slot]).toContain(id)
        }
        if (held.flat().length < heldIds(snapshot, null).flat().length) smaller++
      }),
      { numRuns: 1_000 },
    )
    expect(smaller).toBeGreaterThan(10)
  })

  it('is exactly what is eligible where rules ask for nothing but the segment', () => {
    const effect = { kind: 'show' as const, slot: 'headline', assetIds: ['h2', 'h3'] }
    const others = { kind: 'not' as const, of: inSegment('gold') }
    const without = { kind: 'exclude' as const, slot: 'headline', assetIds: ['h2'] }
    const snapshot = buildSnapshot({
      rules: [rule('r1', 1, inSegment('gold'), effect), rule('r2', 2, others, without)],
    })
    const prepared = prepareSnapshot(snapshot)
    const { candidates } = evaluateEligibility(prepared, {
      ...{ values: prepared.fields.read({}), segmentIds: ['gold'], nowMs: 0 },
    })
    expect(heldIds(snapshot, 'gold')).toEqual(candidates.map(({ assetIds }) => [...assetIds]))
    expect(heldIds(snapshot, 'gold')[0]).toEqual(['h2', 'h3'])
  })
})

describe('narrowToFilter', () => {
  const space = createSegmentSpace(
    {
      slots: [{ key: 'a', assetIds: ['1', '2', '3'] }],
      rules: [],
      constraints: [],
      benchmark: null,
    },
    null,
  )
  it.each([
    ['nothing', NO_FILTER, '1,1,1'],
    ['one element', { only: { a: ['2'] }, without: {} }, '0,1,0'],
    ['without one', { only: {}, without: { a: ['2'] } }, '1,0,1'],
    ['an element that is gone', { only: { a: ['9'] }, without: {} }, '0,0,0'],
    ['a slot that is gone', { only: { b: ['1'] }, without: { constructor: ['1'] } }, '1,1,1'],
  ])('%s', (_, filter, mask) => {
    expect(narrowToFilter(space, filter)[0]?.join()).toBe(mask)
  })
})

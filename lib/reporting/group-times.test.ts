import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addArmSums } from './arm-sums'
import { chooseTimeStep, groupTimes } from './group-times'

const MINUTE_MS = 60_000
const startMs = Date.parse('2026-11-25T14:00:00Z')
const group = (minute: number, impressions: number, arm = 'dynamic') => ({
  startsAtMs: startMs + minute * MINUTE_MS,
  arm,
  counts: { ...addArmSums([]), impressions },
})

describe('chooseTimeStep', () => {
  it.each([
    [0, 5],
    [20, 5],
    [155, 5],
    [160, 10],
    [6 * 60, 15],
    [24 * 60, 60],
    [48 * 60, 120],
    [9_999 * 60, 180],
  ])('shows %i minutes in steps of %i', (minutes, step) => {
    expect(chooseTimeStep(startMs, startMs + minutes * MINUTE_MS)).toBe(step)
  })
})

describe('groupTimes', () => {
  it('puts five minutes together into longer steps, arm by arm, in order', () => {
    const grouped = groupTimes(
      [group(20, 1), group(0, 2), group(5, 3), group(10, 4, 'holdout')],
      15,
    )
    expect(
      grouped.map(({ startsAtMs, arm, counts }) => [
        (startsAtMs - startMs) / MINUTE_MS,
        arm,
        counts.impressions,
      ]),
    ).toEqual([
      [0, 'dynamic', 5],
      [0, 'holdout', 4],
      [15, 'dynamic', 1],
    ])
  })

  it('loses nothing, whatever the step', () => {
    const groups = fc.array(
      fc.tuple(fc.nat(600), fc.nat(1_000), fc.constantFrom('dynamic', 'holdout')),
    )
    fc.assert(
      fc.property(groups, fc.constantFrom(5, 15, 60, 180), (rows, step) => {
        const before = rows.map(([minute, count, arm]) => group(minute, count, arm))
        const total = (list: readonly { counts: { impressions: number } }[]) =>
          list.reduce((sum, { counts }) => sum + counts.impressions, 0)
        expect(total(groupTimes(before, step))).toBe(total(before))
      }),
    )
  })
})

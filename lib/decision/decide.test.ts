import { describe, expect, it } from 'vitest'
import { decide } from './decide'
import { fallbackDecision } from './fallback-decision'
import type { Policy } from './policy'
import type { PolicyTable } from './policy-table'
import { prepareSnapshot, type PreparedSlot } from './prepare-snapshot'
import { resolveSegments } from './resolve-segments'
import type { Snapshot } from './snapshot'
import { buildInput, buildSnapshot, compare, FLIGHT, rule } from './testing/build-snapshot'
import { createUniformPolicy } from './uniform-policy'

const uniform = createUniformPolicy({ explorationFloor: 0.1, constraints: [] })
const experiment = (overrides: Partial<Snapshot['experiment']>) =>
  buildSnapshot({ experiment: { ...buildSnapshot().experiment, ...overrides } })
const decideOnce = (snapshot: Snapshot, input = {}, policy: Policy = uniform) =>
  decide(prepareSnapshot(snapshot), buildInput(input), policy).record

describe('the arm', () => {
  it.each([
    [FLIGHT.startsAtMs - 1, 'outside'],
    [FLIGHT.startsAtMs, 'dynamic'],
    [FLIGHT.endsAtMs - 1, 'dynamic'],
    [FLIGHT.endsAtMs, 'outside'],
    [Number.NaN, 'outside'],
  ])('at %d is %s', (nowMs, arm) => {
    expect(decideOnce(buildSnapshot(), { nowMs }).arm).toBe(arm)
  })

  it('needs one of the pilot segments, if there are any', () => {
    const snapshot = experiment({ segmentIds: ['a', 'b'] })
    expect(decideOnce(snapshot, { segmentIds: ['b'] }).arm).toBe('dynamic')
    expect(decideOnce(snapshot, { segmentIds: ['c'] })).toMatchObject({
      arm: 'outside',
      reason: 'outside-segments',
      assets: { headline: 'h1', image: 'i1' },
      propensities: { headline: 1, image: 1 },
      propensity: 1,
      firedRuleIds: [],
    })
  })

  it('splits traffic and holdout by independent shares of the seeds', () => {
    const prepared = prepareSnapshot(experiment({ trafficShare: 0.6, holdoutShare: 0.25 }))
    const counts = { dynamic: 0, holdout: 0, outside: 0, fallback: 0 }
    const total = 40_000
    for (let seed = 0; seed < total; seed++) {
      counts[decide(prepared, buildInput({ seed }), uniform).record.arm]++
    }
    const expected = { dynamic: 0.45, holdout: 0.15, outside: 0.4 }
    const chiSquare = (['dynamic', 'holdout', 'outside'] as const).reduce(
      (sum, arm) => sum + (counts[arm] - expected[arm] * total) ** 2 / (expected[arm] * total),
      0,
    )
    expect(chiSquare).toBeLessThan(13.8) // 0.999 quantile at 2 degrees of freedom
  })
})

describe('the draw', () => {
  it('comes out as often as its propensity says', () => {
    const always = { kind: 'all' as const, of: [] }
    const snapshot = buildSnapshot({
      rules: [
        rule('r1', 1, always, { kind: 'prefer', slot: 'headline', assetIds: ['h2'], weight: 5 }),
        rule('r2', 2, always, { kind: 'exclude', slot: 'image', assetIds: ['i3'] }),
      ],
    })
    const prepared = prepareSnapshot(snapshot)
    const total = 40_000
    const observed = new Map<string, { count: number; propensity: number }>()
    for (let seed = 0; seed < total; seed++) {
      const { record } = decide(prepared, buildInput({ seed }), uniform)
      const key = Object.values(record.assets).join('+')
      const known = observed.get(key) ?? { count: 0, propensity: record.propensity }
      expect(known.propensity).toBe(record.propensity)
      observed.set(key, { ...known, count: known.count + 1 })
    }
    const cells = [...observed.values()]
    expect(cells).toHaveLength(8)
    expect(cells.reduce((sum, cell) => sum + cell.propensity, 0)).toBeCloseTo(1, 12)
    const chiSquare = cells.reduce(
      (sum, cell) => sum + (cell.count - cell.propensity * total) ** 2 / (cell.propensity * total),
      0,
    )
    expect(chiSquare).toBeLessThan(24.3) // 0.999 quantile at 7 degrees of freedom
  })

  const table = uniform.tableOf({}, prepareSnapshot(buildSnapshot()).slots.map(candidatesOf))
  if (!table) throw new Error('The campaign has combinations.')
  const broken: [string, () => PolicyTable][] = [
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['answers nothing', () => undefined as never],
    ['answers a table of nothing', () => ({}) as never],
    ['has fewer slots', () => ({ ...table, slots: ['headline'] })],
    ['names another slot', () => ({ ...table, slots: ['headline', 'other'] })],
    ['draws what is no candidate', () => ({ ...table, picks: table.picks.map(() => 9) })],
    ['draws what is no row', () => ({ ...table, sampler: { draw: () => 99 } })],
    ['says 0', () => ({ ...table, probabilities: new Float64Array(12) })],
    ['says NaN', () => ({ ...table, probabilities: new Float64Array(12).fill(Number.NaN) })],
    ['says infinity', () => ({ ...table, probabilities: new Float64Array(12).fill(Infinity) })],
    ['is short of marginals', () => ({ ...table, marginals: [] })],
  ]
  it.each(broken)('falls back to the benchmark if the policy %s', (_name, tableOf) => {
    const record = decideOnce(buildSnapshot(), {}, { version: 9, tableOf })
    expect(record).toMatchObject({
      arm: 'fallback',
      reason: 'policy-failed',
      policyVersion: 9,
      assets: { headline: 'h1', image: 'i1' },
      propensity: 1,
    })
  })

  it('falls back, and says why, if the pairs leave no combination', () => {
    const policy = createUniformPolicy({
      explorationFloor: 0.1,
      constraints: ['h1', 'h2', 'h3', 'h4'].map((assetId) => ({
        kind: 'together',
        first: { slot: 'headline', assetId },
        second: { slot: 'image', assetId: 'gone' },
      })),
    })
    expect(decideOnce(buildSnapshot(), {}, policy)).toMatchObject({
      arm: 'fallback',
      reason: 'no-combination',
      assets: { headline: 'h1', image: 'i1' },
      propensity: 1,
    })
  })

  it('falls back if a slot has nothing to show', () => {
    const slots = [{ key: 'headline', kind: 'headline' as const, assetIds: [] }]
    expect(decideOnce(buildSnapshot({ slots }))).toMatchObject({
      arm: 'fallback',
      reason: 'nothing-eligible',
    })
  })
})

function candidatesOf({ eligibility }: PreparedSlot) {
  return eligibility.candidates
}

describe('the record', () => {
  const snapshot = buildSnapshot({
    segments: [{ id: 'gold', name: 'Gold', condition: compare('profile.tier', 'equals', 'gold') }],
    rules: [
      rule('r1', 1, compare('weather.condition', 'equals', 'rain'), {
        kind: 'show',
        slot: 'headline',
        assetIds: ['h3'],
      }),
    ],
    learning: {
      reward: 'click',
      explorationFloor: 0.1,
      features: ['device', 'segment', 'weather'],
    },
  })

  it('keeps the fields that were read, never the profile', () => {
    const fields = {
      'weather.condition': 'rain',
      'device.class': 'mobile',
      'profile.tier': 'gold',
      'place.region': 'not read by this campaign',
    }
    const context = { fields, purposes: [] }
    const segmentIds = resolveSegments(prepareSnapshot(snapshot), context)
    const record = decideOnce(snapshot, { fields, segmentIds })
    expect(record.fields).toEqual({ 'weather.condition': 'rain', 'device.class': 'mobile' })
    expect(record.segmentIds).toEqual(['gold'])
    expect(record.cell).toEqual({ device: 'mobile', segment: 'gold', weather: 'rain' })
    expect(record.firedRuleIds).toEqual(['r1'])
    expect(record.assets['headline']).toBe('h3')
    expect(record.propensities['headline']).toBe(1)
  })

  it('has a cell where nothing is known', () => {
    expect(decideOnce(snapshot).cell).toEqual({
      device: 'unknown',
      segment: 'none',
      weather: 'unknown',
    })
  })

  it('says which reason of the caller led to the benchmark', () => {
    const { record } = fallbackDecision(prepareSnapshot(snapshot), buildInput(), 4, 'deadline')
    expect(record).toMatchObject({
      arm: 'fallback',
      reason: 'deadline',
      policyVersion: 4,
      assets: { headline: 'h1', image: 'i1' },
    })
  })
})

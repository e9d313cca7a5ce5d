import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Objectives } from '@/lib/campaigns/objectives'
import { guessPilotTraffic, planPilot } from './plan-pilot'

const input = {
  viewsPerDay: 10_000,
  trafficShare: 0.5,
  holdoutShare: 0.2,
  baselineRate: 0.02,
  lift: 0.2,
  flightDays: 28,
}
const objectives: Objectives = {
  goal: 'sales',
  kpi: 'ctr',
  targetValue: 0.03,
  baselineValue: 0.02,
  currency: 'EUR',
  conversionValueMicros: 0,
  budgetMicros: 2_800_000_000,
  cpmMicros: 5_000_000,
  flightStartsAt: '2026-12-01T00:00:00Z',
  flightEndsAt: '2026-12-29T00:00:00Z',
  timeZone: 'Europe/Berlin',
  landingUrl: 'https://example.com',
  successCriteria: '',
}

describe('planPilot', () => {
  it('says how long it takes', () => {
    const plan = planPilot(input)
    expect(plan?.days).toBe(Math.ceil((plan?.impressions ?? 0) / 5_000))
    expect(plan?.impressions).toBeGreaterThan(plan?.impressionsForOneLook ?? Infinity)
    expect((plan?.holdoutImpressions ?? 0) / (plan?.impressions ?? 1)).toBeCloseTo(0.2, 3)
  })

  it('finds the smaller lifts the longer the flight', () => {
    const found = (flightDays: number) => planPilot({ ...input, flightDays })?.smallestLiftInFlight
    expect(found(56)).toBeLessThan(found(28) ?? 0)
    const plan = planPilot(input)
    const exactly = planPilot({ ...input, flightDays: (plan?.impressions ?? 0) / 5_000 })
    expect(exactly?.smallestLiftInFlight).toBeCloseTo(0.2, 3)
    expect(planPilot({ ...input, flightDays: null })?.smallestLiftInFlight).toBeNull()
  })

  it.each([
    ['holdout', { holdoutShare: 0 }],
    ['traffic', { viewsPerDay: 0 }],
    ['rate', { baselineRate: 0 }],
    ['room for the lift', { baselineRate: 0.9 }],
  ])('plans nothing without %s', (_, change) => {
    expect(planPilot({ ...input, ...change })).toBeNull()
  })

  it('never says NaN', () => {
    const ratio = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(ratio, ratio, ratio, ratio, (trafficShare, holdoutShare, baselineRate, lift) => {
        const plan = planPilot({ ...input, trafficShare, holdoutShare, baselineRate, lift })
        for (const value of Object.values(plan ?? {})) expect(value).not.toBeNaN()
      }),
    )
  })
})

describe('guessPilotTraffic', () => {
  it('reads the traffic from budget, price and flight', () => {
    expect(guessPilotTraffic(objectives)).toEqual({
      reward: 'click',
      baselineRate: 0.02,
      viewsPerDay: 20_000,
      isViewsGuess: false,
      flightDays: 28,
    })
  })

  it('takes what is usual where nothing was entered', () => {
    expect(guessPilotTraffic(null)).toMatchObject({ baselineRate: 0.01, isViewsGuess: true })
    const roas = { ...objectives, kpi: 'roas' as const, baselineValue: 4, cpmMicros: 0 }
    expect(guessPilotTraffic(roas)).toMatchObject({
      reward: 'value',
      baselineRate: 0.001,
      isViewsGuess: true,
    })
  })
})

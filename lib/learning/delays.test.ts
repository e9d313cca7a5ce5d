import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { createDelays, estimateMeanDelay, shareToCome, stepDelays } from './delays'
import type { Delays } from './delays'
import { createPosterior, weightOf } from './posterior'
import type { Posterior } from './posterior'
import type { Observation } from './observations'
import { parsePosterior, serialisePosterior } from './serialise-posterior'
import { updatePosterior } from './update-posterior'

const HOUR_MS = 3_600_000

describe('delays', () => {
  it('expects nothing after the window and everything at once', () => {
    expect(shareToCome(0, 5, 48)).toBe(1)
    expect(shareToCome(48, 5, 48)).toBe(0)
    expect(shareToCome(100, 5, 48)).toBe(0)
    expect(shareToCome(5, 5, 1_000)).toBeCloseTo(Math.exp(-1), 6)
  })

  it('takes back all credit in the end', () => {
    let delays: Delays = createDelays(72)
    const sums = new Map<string, number>()
    for (let hour = 0; hour < 200; hour++) {
      const isShown = hour < 60
      const step = stepDelays(delays, {
        nowMs: hour * HOUR_MS,
        shownAtMs: hour * HOUR_MS,
        expected: new Map(
          isShown
            ? [
                ['i', 2],
                [`m|s|${hour % 3}`, 2],
              ]
            : [],
        ),
        arrived: { count: isShown ? 1 : 0, sumHours: isShown ? 6 : 0 },
      })
      delays = step.delays
      for (const [key, change] of step.linear) sums.set(key, (sums.get(key) ?? 0) + change)
      expect(delays.cohorts.length).toBeLessThan(60)
    }
    expect(delays.cohorts).toEqual([])
    for (const credit of sums.values()) expect(credit).toBeCloseTo(0, 9)
  })

  it('is not misled by seeing the early successes first', () => {
    const random = createRandom(5)
    const meanHours = 10
    let delays: Delays = createDelays(1_000)
    let naive = { count: 0, sumHours: 0 }
    const arrivals: { at: number; delay: number }[] = []
    for (let hour = 0; hour < 15; hour++) {
      for (let success = 0; success < 100; success++) {
        const delay = -Math.log(1 - random.next()) * meanHours
        arrivals.push({ at: hour + delay, delay })
      }
      const seen = arrivals.filter(({ at }) => at >= hour && at < hour + 1)
      const arrived = {
        count: seen.length,
        sumHours: seen.reduce((sum, { delay }) => sum + delay, 0),
      }
      naive = { count: naive.count + arrived.count, sumHours: naive.sumHours + arrived.sumHours }
      const now = { nowMs: (hour + 1) * HOUR_MS, shownAtMs: hour * HOUR_MS }
      delays = stepDelays(delays, { ...now, expected: new Map([['i', 100]]), arrived }).delays
    }
    expect(naive.sumHours / naive.count).toBeLessThan(5)
    const estimate = estimateMeanDelay(delays, 15 * HOUR_MS)
    expect(estimate).toBeGreaterThan(8)
    expect(estimate).toBeLessThan(12)
  })
})

/**
 * Two images of the same rate, the second shown only lately: successes come 10 hours late on
 * average, so most of the second's are still to come. Returns how much better the second looks.
 */
function contrastLearnt(isCorrected: boolean): number {
  const random = createRandom(11)
  let posterior: Posterior = createPosterior({
    ...{ slots: ['image'], features: [] },
    ...(isCorrected && { windowHours: 240 }),
  })
  const arrivals: { at: number; delay: number; image: string }[] = []
  for (let hour = 0; hour < 60; hour++) {
    const shown = hour < 48 ? 'old' : 'new'
    for (let i = 0; i < 2_000; i++) {
      if (random.next() >= 0.02) continue
      const delay = -Math.log(1 - random.next()) * 10
      arrivals.push({ at: hour + delay, delay, image: shown })
    }
    const batch = ['old', 'new'].map((image): Observation => {
      const seen = arrivals.filter(
        (one) => one.image === image && one.at >= hour && one.at < hour + 1,
      )
      return {
        ...{ cell: {}, assets: { image } },
        impressions: image === shown ? 2_000 : 0,
        successes: seen.length,
        delayHours: seen.reduce((sum, { delay }) => sum + delay, 0),
      }
    })
    const result = updatePosterior(posterior, batch, { nowMs: hour * HOUR_MS })
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  expect(parsePosterior(serialisePosterior(posterior))).toEqual({ kind: 'ok', posterior })
  return weightOf(posterior, 'm|image|new')[0] - weightOf(posterior, 'm|image|old')[0]
}

describe('learning from successes that come late', () => {
  it('does not take what is still to come for failure', () => {
    const naive = contrastLearnt(false)
    const corrected = contrastLearnt(true)
    expect(naive).toBeLessThan(-0.25)
    // Some 300 successes of each: their contrast has a standard error of 0.08.
    expect(Math.abs(corrected)).toBeLessThan(0.2)
  })

  it('takes credit back from weights held alone, whatever the later batches show', () => {
    const compact = createPosterior({ slots: ['image'], features: [], windowHours: 1 })
    // Known without evidence, so held alone.
    const alone: Posterior = { ...compact, weights: { 'm|image|a': [0, 25] } }
    const learn = (posterior: Posterior, image: string, hour: number): Posterior => {
      const row = { cell: {}, assets: { image }, impressions: 20_000, successes: 0 }
      const result = updatePosterior(posterior, [row], { nowMs: hour * HOUR_MS })
      if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
      return result.posterior
    }
    const credited = learn(alone, 'a', 0)
    const [before] = weightOf(credited, 'm|image|a')
    expect(weightOf(learn(credited, 'b', 2), 'm|image|a')[0]).toBeLessThan(before - 0.1)
  })

  it('asks for the time where time counts', () => {
    const posterior = createPosterior({ slots: ['image'], features: [], windowHours: 24 })
    const batch = [{ cell: {}, assets: { image: 'a' }, impressions: 10, successes: 1 }]
    expect(updatePosterior(posterior, batch).kind).toBe('invalid')
    expect(updatePosterior(posterior, batch, { nowMs: Number.NaN }).kind).toBe('invalid')
    expect(updatePosterior(posterior, batch, { nowMs: 0 }).kind).toBe('ok')
  })
})

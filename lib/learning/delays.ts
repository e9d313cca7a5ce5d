import { z } from 'zod'
import { WEIGHT_KEY_PATTERN } from './weight-key'

const HOUR_MS = 3_600_000
const countsSchema = z.record(z.string().regex(WEIGHT_KEY_PATTERN), z.number())

/** Impressions shown at about the same time, some of whose successes are still to come. */
const cohortSchema = z.object({
  shownAtMs: z.number(),
  /** Σ p·x over its impressions: the successes expected of it, by weight. */
  expected: countsSchema,
  /** How many of those the posterior has been credited with, because they are still to come. */
  credit: countsSchema,
})
type Cohort = z.infer<typeof cohortSchema>

export const delaysSchema = z.object({
  /** A success later than this after its impression does not count. */
  windowHours: z.number().gt(0),
  /** Successes that came, and the sum of their delays. */
  count: z.number().min(0),
  sumHours: z.number().min(0),
  cohorts: z.array(cohortSchema).max(2_000),
})

/**
 * Successes that come late: an impression without one is not yet a failure. Delays are
 * exponential and cut at the window (Chapelle, "Modeling Delayed Feedback in Display
 * Advertising", KDD 2014); the successes still expected are credited (his E step) and taken back
 * as time passes, so that after the window only real ones are left.
 */
export type Delays = z.infer<typeof delaysSchema>

/** What is believed before any delay was seen: as if five successes had come, one hour late each. */
const PRIOR_COUNT = 5
const PRIOR_MEAN_HOURS = 1
const FIXED_POINT_STEPS = 20
/** Cohorts this young are kept by the hour, older ones by the day. */
const HOURLY_MS = 24 * HOUR_MS
/** Of a cohort with less than this still to come nothing more is expected. */
const MIN_SHARE = 0.002
const INTERCEPT = 'i'

export const createDelays = (windowHours: number): Delays =>
  delaysSchema.parse({ windowHours, count: 0, sumHours: 0, cohorts: [] })

/** Share of the successes of an impression that come later than `ageHours`. */
export function shareToCome(ageHours: number, meanHours: number, windowHours: number): number {
  const atEnd = Math.exp(-windowHours / meanHours)
  const now = Math.exp(-Math.max(0, ageHours) / meanHours)
  return Math.min(1, Math.max(0, (now - atEnd) / (1 - atEnd)))
}

/**
 * Mean delay by expectation-maximisation: the successes still to come count with the delay that
 * they will have had. Those that came early are seen first; without this the mean is too small.
 */
export function estimateMeanDelay(delays: Delays, nowMs: number): number {
  const { windowHours, count, sumHours, cohorts } = delays
  let mean = (PRIOR_COUNT * PRIOR_MEAN_HOURS + sumHours) / (PRIOR_COUNT + count)
  for (let step = 0; step < FIXED_POINT_STEPS; step++) {
    let total = PRIOR_COUNT + count
    let hours = PRIOR_COUNT * PRIOR_MEAN_HOURS + sumHours
    for (const { shownAtMs, expected } of cohorts) {
      const ageHours = Math.max(0, nowMs - shownAtMs) / HOUR_MS
      const toCome = (expected[INTERCEPT] ?? 0) * shareToCome(ageHours, mean, windowHours)
      total += toCome
      hours += toCome * Math.min(windowHours, ageHours + mean)
    }
    mean = Math.min(windowHours, hours / total)
  }
  return mean
}

/** Successes to add (or, negative, to take back) by weight, and the delays afterwards. */
export interface DelayStep {
  readonly linear: ReadonlyMap<string, number>
  readonly delays: Delays
}

/**
 * Brings the credit up to date: that of known cohorts shrinks with their age, new impressions get
 * theirs. `expected`: Σ p·x over the new impressions by weight; `arrived`: successes that came.
 */
export function stepDelays(
  delays: Delays,
  news: {
    readonly nowMs: number
    readonly shownAtMs: number
    readonly expected: ReadonlyMap<string, number>
    readonly arrived: { readonly count: number; readonly sumHours: number }
  },
): DelayStep {
  const { nowMs, shownAtMs, expected, arrived } = news
  const fresh: Cohort = { shownAtMs, expected: Object.fromEntries(expected), credit: {} }
  const known: Delays = {
    ...delays,
    count: delays.count + arrived.count,
    sumHours: delays.sumHours + arrived.sumHours,
    cohorts: expected.size > 0 ? [...delays.cohorts, fresh] : delays.cohorts,
  }
  const mean = estimateMeanDelay(known, nowMs)
  const linear = new Map<string, number>()
  const cohorts = known.cohorts.flatMap((cohort) => {
    const ageHours = (nowMs - cohort.shownAtMs) / HOUR_MS
    const toCome = shareToCome(ageHours, mean, known.windowHours)
    const share = toCome < MIN_SHARE ? 0 : toCome
    const credit: Record<string, number> = {}
    for (const [key, count] of Object.entries(cohort.expected)) {
      credit[key] = count * share
      const change = count * share - (cohort.credit[key] ?? 0)
      linear.set(key, (linear.get(key) ?? 0) + change)
    }
    return share === 0 ? [] : [{ ...cohort, credit }]
  })
  return { linear, delays: { ...known, cohorts: mergeCohorts(cohorts, nowMs) } }
}

/** Cohorts of the same hour, or day, become one: their number is bounded by the window. */
function mergeCohorts(cohorts: readonly Cohort[], nowMs: number): Cohort[] {
  const merged = new Map<string, Cohort>()
  for (const cohort of cohorts) {
    const isYoung = nowMs - cohort.shownAtMs < HOURLY_MS
    const width = isYoung ? HOUR_MS : 24 * HOUR_MS
    const bucket = `${width} ${Math.floor(cohort.shownAtMs / width)}`
    const before = merged.get(bucket)
    merged.set(bucket, before ? joinCohorts(before, cohort) : cohort)
  }
  return [...merged.values()]
}

function joinCohorts(a: Cohort, b: Cohort): Cohort {
  const [sizeA, sizeB] = [a.expected[INTERCEPT] ?? 0, b.expected[INTERCEPT] ?? 0]
  const shareA = sizeA + sizeB > 0 ? sizeA / (sizeA + sizeB) : 0.5
  return {
    shownAtMs: a.shownAtMs * shareA + b.shownAtMs * (1 - shareA),
    expected: addCounts(a.expected, b.expected),
    credit: addCounts(a.credit, b.credit),
  }
}

function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a }
  for (const [key, count] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + count
  return sum
}

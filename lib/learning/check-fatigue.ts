import { adjustPValues } from '@/lib/experiments/adjust-p-values'
import { refuse } from '@/lib/experiments/check-counts'
import type { Invalid } from '@/lib/experiments/check-counts'
import {
  addWeightedSums,
  checkWeightedSums,
  findEffectiveSampleSize,
  NO_WEIGHTS,
} from '@/lib/experiments/off-policy/weighted-sums'
import type { WeightedSums } from '@/lib/experiments/off-policy/weighted-sums'
import { intervalMultiplier, normalCdf } from '@/lib/math/normal'
import type { Interval } from '@/lib/math/intervals'

/** What an element's impressions of one day came to. */
export interface ElementDay {
  readonly slot: string
  readonly assetId: string
  /** ISO date, UTC. */
  readonly day: string
  readonly successes: number
  /** n are the impressions; w is 1 / propensity, which evens out whom the element was shown to. */
  readonly sums: WeightedSums
}

export interface PeriodRate {
  /** Evened out: as if the element had been shown to everybody. */
  readonly rate: number
  readonly impressions: number
}

/** An element that does worse than it did, by more than the rest of its slot does. */
export interface Fatigue {
  readonly slot: string
  readonly assetId: string
  readonly earlier: PeriodRate
  readonly later: PeriodRate
  /** later over earlier rate, over the same of the rest of the slot, minus 1; 95 % for one look. */
  readonly change: Interval & { readonly value: number }
  /** Benjamini and Hochberg's adjusted one-sided p value, over all elements compared. */
  readonly adjustedP: number
}

export type FatigueCheck =
  | {
      readonly kind: 'ok'
      /** Elements with enough earlier and later days to be compared. */
      readonly comparedCount: number
      /** The first of the later days; null where nothing could be compared. */
      readonly laterFrom: string | null
      readonly tired: readonly Fatigue[]
    }
  | Invalid

/** Of the reported elements at most this share is wrong, on average. */
const FALSE_DISCOVERY_RATE = 0.05
/** A period tells something of an element from here on. */
const MIN_SUCCESSES = 5
const MIN_EFFECTIVE_IMPRESSIONS = 100

interface Period {
  readonly successes: number
  readonly sums: WeightedSums
}

interface Change {
  readonly slot: string
  readonly assetId: string
  readonly earlier: PeriodRate
  readonly later: PeriodRate
  /** Of ln(later rate / earlier rate). */
  readonly logRatio: number
  readonly variance: number
}

/**
 * Which elements wear out: do worse in the later half of a campaign's impressions (by whole days)
 * than in the earlier one, compared with the other elements of their slot, so that a weak week of
 * everything tires nobody. z = (d − D) / √(v + V), where d = ln(later rate / earlier rate) of the
 * element and D the mean of the others' d weighted by 1 / variance; rates are self-normalised by
 * the inverse chance of each impression, their variances by the delta method, no smaller than that
 * of as many trials as the weights are worth. One-sided; Benjamini and Hochberg over all elements.
 */
export function checkFatigue(days: readonly ElementDay[]): FatigueCheck {
  const refusal = refuse(...days.map(checkDay))
  if (refusal) return refusal
  const laterFrom = findLaterHalf(days)
  if (laterFrom === null) return { kind: 'ok', comparedCount: 0, laterFrom, tired: [] }

  const bySlot = Map.groupBy(listChanges(days, laterFrom), ({ slot }) => slot)
  const compared = [...bySlot.values()].flatMap((changes) =>
    changes.length < 2 ? [] : changes.map((change) => compareWithRest(change, changes)),
  )
  const adjusted = adjustPValues(compared.map(({ p }) => p))
  if (adjusted.kind === 'invalid') return adjusted
  const tired = compared
    .map(({ fatigue }, index) => ({ ...fatigue, adjustedP: adjusted.pValues[index] ?? 1 }))
    .filter(({ adjustedP }) => adjustedP < FALSE_DISCOVERY_RATE)
    .sort((a, b) => a.adjustedP - b.adjustedP)
  return { kind: 'ok', comparedCount: compared.length, laterFrom, tired }
}

function checkDay({ slot, assetId, day, successes, sums }: ElementDay): string | null {
  const isCount = Number.isFinite(successes) && successes >= 0
  const issue = isCount ? checkWeightedSums(sums) : 'Successes must be a count.'
  return issue === null ? null : `${slot} ${assetId} on ${day}: ${issue}`
}

/** The first day of the half with the later impressions; null for a single day. */
function findLaterHalf(days: readonly ElementDay[]): string | null {
  const byDay = [...Map.groupBy(days, ({ day }) => day)]
    .map(([day, rows]) => ({ day, n: rows.reduce((total, { sums }) => total + sums.n, 0) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const half = byDay.reduce((total, { n }) => total + n, 0) / 2
  let before = 0
  for (const [index, { day, n }] of byDay.entries()) {
    if (index > 0 && before + n / 2 >= half) return day
    before += n
  }
  return byDay.length > 1 ? (byDay.at(-1)?.day ?? null) : null
}

function listChanges(days: readonly ElementDay[], laterFrom: string): Change[] {
  const elements = Map.groupBy(days, ({ slot, assetId }) => `${slot} ${assetId}`)
  return [...elements.values()].flatMap((rows) => {
    const [first] = rows
    const earlier = addUp(rows.filter(({ day }) => day < laterFrom))
    const later = addUp(rows.filter(({ day }) => day >= laterFrom))
    if (!first || !isEnough(earlier) || !isEnough(later)) return []
    const [before, after] = [estimateLogRate(earlier), estimateLogRate(later)]
    return [
      {
        slot: first.slot,
        assetId: first.assetId,
        earlier: { rate: before.rate, impressions: earlier.sums.n },
        later: { rate: after.rate, impressions: later.sums.n },
        logRatio: Math.log(after.rate / before.rate),
        variance: before.variance + after.variance,
      },
    ]
  })
}

function addUp(rows: readonly ElementDay[]): Period {
  return rows.reduce<Period>(
    ({ successes, sums }, row) => ({
      successes: successes + row.successes,
      sums: addWeightedSums(sums, row.sums),
    }),
    { successes: 0, sums: NO_WEIGHTS },
  )
}

function isEnough({ successes, sums }: Period): boolean {
  const isSuccessful = successes >= MIN_SUCCESSES && sums.wr > 0
  return isSuccessful && findEffectiveSampleSize(sums) >= MIN_EFFECTIVE_IMPRESSIONS
}

/** The self-normalised rate and the variance of its logarithm. */
function estimateLogRate({ sums }: Period): { rate: number; variance: number } {
  const { w, ww, wr, wwr, wwrr } = sums
  const rate = wr / w
  const sandwich = (wwrr - 2 * rate * wwr + rate * rate * ww) / (w * w)
  const asTrials = (rate * (1 - rate)) / findEffectiveSampleSize(sums)
  return { rate, variance: Math.max(sandwich, asTrials) / (rate * rate) }
}

/** `changes` are those of the slot, the element's own among them. */
function compareWithRest(
  change: Change,
  changes: readonly Change[],
): { fatigue: Omit<Fatigue, 'adjustedP'>; p: number } {
  let [sum, precision] = [0, 0]
  for (const other of changes) {
    if (other === change) continue
    // A rate of 100 % has no variance of its own.
    const weight = 1 / Math.max(other.variance, 1e-12)
    sum += weight * other.logRatio
    precision += weight
  }
  const value = change.logRatio - sum / precision
  const error = Math.sqrt(Math.max(change.variance, 1e-12) + 1 / precision)
  const margin = intervalMultiplier(0.95) * error
  const { slot, assetId, earlier, later } = change
  return {
    p: normalCdf(value / error),
    fatigue: {
      ...{ slot, assetId, earlier, later },
      change: {
        value: Math.expm1(value),
        lower: Math.expm1(value - margin),
        upper: Math.expm1(value + margin),
      },
    },
  }
}

import { estimateLift, type Lift } from '@/lib/experiments/estimate-lift'
import { rateSituation, type SituationRates } from './compare-policies'
import {
  type BelievedRates,
  indexOfMax,
  rankSlots,
  type SlotRanking,
  trueEffects,
} from './rank-slots'
import type { StudioReport } from './studio-api'
import type { ArmTally, Play, Situation, Tally } from './tally'
import type { ShownAsset, Truth } from './truth'

/** What was shown most in a slot among the last impressions. */
export interface SlotPlay {
  readonly slot: string
  readonly label: string
  readonly share: number
  /** 1 is the truly best. */
  readonly trueRank: number
}

export interface TrafficSummary {
  readonly visits: number
  readonly uncountable: number
  readonly miscounted: number
  readonly withoutAd: number
  readonly failures: number
  readonly dynamic: ArmTally
  readonly holdout: ArmTally
  readonly total: ArmTally
  /** Of the click rate in this run, with its 95 % interval. Null without data. */
  readonly seenLift: Lift['relative'] | null
  /** The same of the true chances of what was shown: dynamic over holdout, minus 1. */
  readonly trueLift: number | null
  /** True click rates of the dynamic arm: all of it, its last fifth, at random, at best. */
  readonly rates: {
    readonly played: number
    readonly playedLately: number
    readonly uniform: number
    readonly best: number
  }
  /** Clicks that perfect knowledge would have got beyond what was played, and beyond chance. */
  readonly regretClicks: number
  readonly uniformRegretClicks: number
  readonly rankings: readonly SlotRanking[]
  readonly plays: readonly SlotPlay[]
  /** The studio's report of this run and whether it agrees with what the simulator counted. */
  readonly report: { readonly counts: ReportCounts; readonly agrees: boolean } | null
}

type ReportCounts = StudioReport['totals']['counts']

const RECENT_SHARE = 0.2

export function summariseTraffic(
  tally: Tally,
  truth: Truth,
  learned: {
    readonly beliefs: BelievedRates | null
    readonly before: StudioReport | null
    readonly after: StudioReport | null
  },
): TrafficSummary {
  const { visits, uncountable, miscounted, withoutAd, failures, dynamic, holdout, total } = tally
  const recent = tally.plays.slice(Math.floor(tally.plays.length * (1 - RECENT_SHARE)))
  const marks = new Map<Situation, SituationRates>(
    [...tally.situations.values()].map((situation) => [situation, rateSituation(truth, situation)]),
  )
  const sum = (pick: (rates: SituationRates) => number) =>
    [...marks].reduce((clicks, [{ impressions }, rates]) => clicks + impressions * pick(rates), 0)
  const bestClicks = sum(({ best }) => best)
  const uniformClicks = sum(({ uniform }) => uniform)
  const playedClicks = dynamic.trueClicks
  const count = Math.max(1, tally.plays.length)
  return {
    ...{ visits, uncountable, miscounted, withoutAd, failures, dynamic, holdout, total },
    seenLift: estimateSeenLift(dynamic, holdout),
    trueLift: compareTrueRates(dynamic, holdout),
    rates: {
      played: playedClicks / count,
      playedLately:
        recent.reduce((chance, play) => chance + play.trueChance, 0) / Math.max(1, recent.length),
      uniform: uniformClicks / count,
      best: bestClicks / count,
    },
    regretClicks: bestClicks - playedClicks,
    uniformRegretClicks: bestClicks - uniformClicks,
    rankings: rankSlots(tally, truth, learned.beliefs),
    plays: [...tally.unrestricted].map(([slot, assets]) =>
      findMostPlayed(tally, truth, slot, [...assets.values()], recent),
    ),
    report: compareReport(total, learned.before, learned.after),
  }
}

function findMostPlayed(
  tally: Tally,
  truth: Truth,
  slot: string,
  assets: readonly ShownAsset[],
  recent: readonly Play[],
): SlotPlay {
  const effects = trueEffects(tally, truth, slot, assets)
  const counts = assets.map(
    ({ label }) => recent.filter((play) => play.labels[slot] === label).length,
  )
  const most = indexOfMax(counts)
  return {
    slot,
    label: assets[most]?.label ?? '',
    share: (counts[most] ?? 0) / Math.max(1, recent.length),
    trueRank: 1 + effects.filter((effect) => effect > (effects[most] ?? 0)).length,
  }
}

function compareReport(
  seen: ArmTally,
  before: StudioReport | null,
  after: StudioReport | null,
): TrafficSummary['report'] {
  if (!before || !after) return null
  const grown = (name: keyof ReportCounts) => after.totals.counts[name] - before.totals.counts[name]
  const counts = {
    impressions: grown('impressions'),
    viewables: grown('viewables'),
    clicks: grown('clicks'),
    conversions: grown('conversions'),
  }
  const agrees = (['impressions', 'viewables', 'clicks', 'conversions'] as const).every(
    (name) => counts[name] === seen[name],
  )
  return { counts, agrees }
}

function estimateSeenLift(dynamic: ArmTally, holdout: ArmTally): Lift['relative'] | null {
  const lift = estimateLift({
    dynamic: { k: dynamic.clicks, n: dynamic.impressions },
    holdout: { k: holdout.clicks, n: holdout.impressions },
  })
  return lift.kind === 'ok' ? lift.relative : null
}

function compareTrueRates(dynamic: ArmTally, holdout: ArmTally): number | null {
  if (dynamic.impressions === 0 || holdout.trueClicks === 0) return null
  const rate = ({ trueClicks, impressions }: ArmTally) => trueClicks / impressions
  return rate(dynamic) / rate(holdout) - 1
}

import { rateSituation, type SituationRates } from './compare-policies'
import { kendallTau, shrinkRate } from './rankings'
import type { StudioReport } from './studio-api'
import type { ArmTally, Situation, Tally } from './tally'
import type { Truth } from './truth'

/** How close the learned order of a slot's elements is to the true one. */
export interface SlotRanking {
  readonly slot: string
  /** Elements compared: those that no rule keeps for a segment. */
  readonly elements: number
  /** Null without a report. */
  readonly kendallTau: number | null
  readonly trueBest: string
  readonly learnedBest: string | null
  readonly isBestFound: boolean
  /** What was shown most among the last impressions, and how often. */
  readonly playedMost: string
  readonly playedShare: number
  /** 1 is the truly best. */
  readonly playedTrueRank: number
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
  /** Of click rates, dynamic over holdout, minus 1. Null without a click in the holdout. */
  readonly seenLift: number | null
  /** The same of the true chances of what was shown. */
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
  readonly slots: readonly SlotRanking[]
  /** The studio's report of this run and whether it agrees with what the simulator counted. */
  readonly report: { readonly counts: ReportCounts; readonly agrees: boolean } | null
}

type ReportCounts = StudioReport['totals']['counts']

const RECENT_SHARE = 0.2
/** Impressions that an element needs until its own click rate weighs as much as the average. */
const PRIOR_IMPRESSIONS = 150

export function summariseTraffic(
  tally: Tally,
  truth: Truth,
  reports: { readonly before: StudioReport | null; readonly after: StudioReport | null },
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
    seenLift: liftOf(rateOf(dynamic.clicks, dynamic), rateOf(holdout.clicks, holdout)),
    trueLift: liftOf(rateOf(dynamic.trueClicks, dynamic), rateOf(holdout.trueClicks, holdout)),
    rates: {
      played: playedClicks / count,
      playedLately:
        recent.reduce((chance, play) => chance + play.trueChance, 0) / Math.max(1, recent.length),
      uniform: uniformClicks / count,
      best: bestClicks / count,
    },
    regretClicks: bestClicks - playedClicks,
    uniformRegretClicks: bestClicks - uniformClicks,
    slots: [...tally.unrestricted.keys()].map((slot) =>
      rankSlot(tally, truth, slot, recent, reports.after),
    ),
    report: compareReport(total, reports.before, reports.after),
  }
}

function rankSlot(
  tally: Tally,
  truth: Truth,
  slot: string,
  recent: readonly { readonly labels: Readonly<Record<string, string>> }[],
  report: StudioReport | null,
): SlotRanking {
  const assets = [...(tally.unrestricted.get(slot)?.values() ?? [])]
  const labels = assets.map(({ label }) => label)
  const trueEffects = assets.map((asset) =>
    [...tally.situations.values()].reduce(
      (effect, { circumstances, impressions }) =>
        effect + impressions * truth.effectOf(slot, asset, circumstances),
      0,
    ),
  )
  const plays = labels.map((label) => recent.filter((play) => play.labels[slot] === label).length)
  const learned = report ? learnedRates(tally, slot, labels, report) : null
  const trueBest = labels[indexOfMax(trueEffects)] ?? ''
  const learnedBest = learned ? (labels[indexOfMax(learned)] ?? '') : null
  const most = indexOfMax(plays)
  return {
    slot,
    elements: labels.length,
    kendallTau: learned ? kendallTau(trueEffects, learned) : null,
    trueBest,
    learnedBest,
    isBestFound: learnedBest === trueBest,
    playedMost: labels[most] ?? '',
    playedShare: (plays[most] ?? 0) / Math.max(1, recent.length),
    playedTrueRank: 1 + trueEffects.filter((effect) => effect > (trueEffects[most] ?? 0)).length,
  }
}

/** The click rate of each element as the studio reports it, pulled towards the slot's average. */
function learnedRates(
  tally: Tally,
  slot: string,
  labels: readonly string[],
  report: StudioReport,
): number[] {
  const rows = report.elements.filter((element) => element.slot === slot)
  const clicks = rows.reduce((sum, { counts }) => sum + counts.clicks, 0)
  const impressions = rows.reduce((sum, { counts }) => sum + counts.impressions, 0)
  const average = clicks / Math.max(1, impressions)
  const idOf = new Map([...(tally.labels.get(slot) ?? [])].map(([id, label]) => [label, id]))
  return labels.map((label) => {
    const counts = rows.find(({ assetId }) => assetId === idOf.get(label))?.counts
    return shrinkRate(counts?.clicks ?? 0, counts?.impressions ?? 0, average, PRIOR_IMPRESSIONS)
  })
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

function rateOf(clicks: number, { impressions }: ArmTally): number {
  return clicks / Math.max(1, impressions)
}

function liftOf(dynamic: number, holdout: number): number | null {
  return holdout > 0 ? dynamic / holdout - 1 : null
}

function indexOfMax(values: readonly number[]): number {
  return values.reduce(
    (best, value, index) => (value > (values[best] ?? -Infinity) ? index : best),
    0,
  )
}

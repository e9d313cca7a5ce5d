import type { SlotRanking } from './rank-slots'
import type { SlotPlay, TrafficSummary } from './summarise-traffic'
import type { ArmTally, Tally } from './tally'

/** One line for every ten seconds. */
export function describeProgress(tally: Tally, rankings: readonly SlotRanking[]): string {
  const { dynamic, holdout, total, visits } = tally
  return [
    `served ${number(visits)}`,
    `clicks ${number(total.clicks)}`,
    `click rate ${percent(rateOf(dynamic))} dynamic, ${percent(rateOf(holdout))} benchmark`,
    `lift ${signed(rateOf(dynamic) / rateOf(holdout) - 1)}`,
    `order τ ${decimal(meanTau(rankings))}`,
    describeFound(rankings),
  ].join(' · ')
}

export function describeSummary(summary: TrafficSummary): string {
  const { rates, rankings, plays } = summary
  const way = (rates.playedLately - rates.uniform) / (rates.best - rates.uniform)
  return [
    '',
    `Simulated traffic: ${number(summary.visits)} visits, of which ${number(summary.uncountable)} bots, prefetches and hidden slots (${summary.miscounted} counted by mistake), ${number(summary.withoutAd)} without an ad, ${number(summary.failures)} failed requests.`,
    describeArm('Dynamic  ', summary.dynamic),
    describeArm('Benchmark', summary.holdout),
    `Lift of the click rate in this run: ${describeLift(summary.seenLift)}; of the true chances of what was shown: ${signed(summary.trueLift)}.`,
    `True click rate of the dynamic ads: ${percent(rates.played)}, lately ${percent(rates.playedLately)}. Put together at random it would be ${percent(rates.uniform)}, by perfect knowledge of everybody ${percent(rates.best)}: lately ${percent(way)} of the way.`,
    `Clicks lost against perfect knowledge: ${number(Math.round(summary.regretClicks))}; at random it would be ${number(Math.round(summary.uniformRegretClicks))}.`,
    `What the learner believes, against the truth: ${describeFound(rankings)}; order τ ${decimal(meanTau(rankings))} on average (1 is the same order, 0 tells nothing; what it soon stops showing it never orders well).`,
    ...rankings.map((ranking) => describeRanking(ranking, plays)),
    ...describeReport(summary),
  ].join('\n')
}

function describeArm(name: string, arm: ArmTally): string {
  return `${name} ${number(arm.impressions)} impressions, ${number(arm.clicks)} clicks: ${percent(rateOf(arm))} (true ${percent(arm.trueClicks / arm.impressions)}), ${number(arm.conversions)} conversions`
}

function describeFound(rankings: readonly SlotRanking[]): string {
  const found = rankings.filter(({ isBestFound }) => isBestFound).length
  return `best element found in ${found} of ${rankings.length} slots`
}

function describeRanking(ranking: SlotRanking, plays: readonly SlotPlay[]): string {
  const { slot, elements, kendallTau, trueBest, learnedBest, isBestFound } = ranking
  const verdict = isBestFound ? 'found' : `learned “${learnedBest ?? 'nothing yet'}”`
  const play = plays.find((one) => one.slot === slot)
  const played = play
    ? `; lately mostly “${play.label}” (${percent(play.share)}, truly number ${play.trueRank})`
    : ''
  return `  ${slot}: τ ${decimal(kendallTau)} over ${elements} elements; best “${trueBest}”, ${verdict}${played}`
}

function describeReport({ report }: TrafficSummary): string[] {
  if (!report) return []
  const { impressions, viewables, clicks, conversions } = report.counts
  const verdict = report.agrees ? 'exactly what was acknowledged' : 'NOT what was acknowledged'
  return [
    `The report grew by ${number(impressions)} impressions, ${number(viewables)} viewable, ${number(clicks)} clicks, ${number(conversions)} conversions: ${verdict}.`,
  ]
}

function describeLift(lift: TrafficSummary['seenLift']): string {
  if (!lift) return 'unknown'
  return `${signed(lift.value)} (95 % interval ${signed(lift.lower)} to ${signed(lift.upper)})`
}

function meanTau(rankings: readonly SlotRanking[]): number | null {
  const known = rankings.flatMap(({ kendallTau }) => kendallTau ?? [])
  return known.length === 0 ? null : known.reduce((sum, tau) => sum + tau, 0) / known.length
}

function rateOf({ clicks, impressions }: ArmTally): number {
  return clicks / impressions
}

function signed(ratio: number | null): string {
  if (ratio === null || !Number.isFinite(ratio)) return 'unknown'
  return `${ratio >= 0 ? '+' : ''}${(ratio * 100).toFixed(1)} %`
}

function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${(ratio * 100).toFixed(2)} %` : 'unknown'
}

function decimal(value: number | null): string {
  return value === null ? 'unknown' : value.toFixed(2)
}

function number(value: number): string {
  return value.toLocaleString('en')
}

import type { TrafficSummary } from './summarise-traffic'
import type { ArmTally, Tally } from './tally'

/** One line for every ten seconds. */
export function describeProgress(tally: Tally): string {
  const { dynamic, holdout } = tally
  const lift = describeLift(rateOf(dynamic) / rateOf(holdout) - 1)
  const trueLift = describeLift(trueRateOf(dynamic) / trueRateOf(holdout) - 1)
  return [
    `served ${number(tally.visits)}`,
    `impressions ${number(tally.total.impressions)}`,
    `clicks ${number(tally.total.clicks)}`,
    `click rate ${percent(rateOf(dynamic))} dynamic, ${percent(rateOf(holdout))} benchmark`,
    `lift ${lift} (true ${trueLift})`,
  ].join(' · ')
}

export function describeSummary(summary: TrafficSummary): string {
  const { rates, report, slots } = summary
  const gap = rates.best - rates.uniform
  const lines = [
    '',
    `Simulated traffic: ${number(summary.visits)} visits, of which ${number(summary.uncountable)} bots, prefetches and hidden slots (${summary.miscounted} counted by mistake), ${number(summary.withoutAd)} without an ad, ${number(summary.failures)} failed requests.`,
    describeArm('Dynamic  ', summary.dynamic),
    describeArm('Benchmark', summary.holdout),
    `Lift of the click rate: seen ${describeLift(summary.seenLift)}, true ${describeLift(summary.trueLift)}.`,
    `True click rate of the dynamic ads: ${percent(rates.played)}, lately ${percent(rates.playedLately)}; put together at random it would be ${percent(rates.uniform)}, at best ${percent(rates.best)}: ${percent((rates.playedLately - rates.uniform) / gap)} of the way.`,
    `Regret: ${summary.regretClicks.toFixed(0)} clicks, at random it would be ${summary.uniformRegretClicks.toFixed(0)}.`,
  ]
  for (const slot of slots) {
    const tau = slot.kendallTau === null ? 'unknown' : slot.kendallTau.toFixed(2)
    lines.push(
      `${slot.slot}: order of ${slot.elements} elements agrees with the truth by τ ${tau}; best “${slot.trueBest}”, ${slot.isBestFound ? 'found' : `learned “${slot.learnedBest ?? 'unknown'}”`}; lately mostly “${slot.playedMost}” (${percent(slot.playedShare)}, truly number ${slot.playedTrueRank})`,
    )
  }
  const found = slots.filter(({ isBestFound }) => isBestFound).length
  lines.push(`Best element found in ${found} of ${slots.length} slots.`)
  if (report) {
    const { impressions, viewables, clicks, conversions } = report.counts
    const verdict = report.agrees ? 'exactly what was acknowledged' : 'NOT what was acknowledged'
    lines.push(
      `The report grew by ${number(impressions)} impressions, ${number(viewables)} viewable, ${number(clicks)} clicks, ${number(conversions)} conversions: ${verdict}.`,
    )
  }
  return lines.join('\n')
}

function describeArm(name: string, arm: ArmTally): string {
  return `${name} ${number(arm.impressions)} impressions, ${number(arm.clicks)} clicks: ${percent(rateOf(arm))} (true ${percent(trueRateOf(arm))}), ${number(arm.conversions)} conversions`
}

function rateOf({ clicks, impressions }: ArmTally): number {
  return clicks / impressions
}

function trueRateOf({ trueClicks, impressions }: ArmTally): number {
  return trueClicks / impressions
}

function describeLift(lift: number | null): string {
  if (lift === null || !Number.isFinite(lift)) return 'unknown'
  return `${lift >= 0 ? '+' : ''}${(lift * 100).toFixed(1)} %`
}

function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${(ratio * 100).toFixed(2)} %` : 'unknown'
}

function number(value: number): string {
  return value.toLocaleString('en')
}

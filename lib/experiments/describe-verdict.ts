import type { Interval } from '@/lib/math/intervals'
import { isCounts } from './arm-measures'
import type { ArmMeasures } from './arm-measures'
import { MIN_IMPRESSIONS, MIN_SUCCESSES } from './verdict'
import type { Verdict } from './verdict'

interface VerdictFacts {
  readonly verdict: Verdict
  readonly measures: ArmMeasures
  readonly relative: ({ readonly value: number | null } & Interval) | null
  readonly holdoutShare: number | null
  readonly successes: string
  readonly confidenceLevel: number
}

/** The verdict in one or two sentences for somebody who never heard of statistics. */
export function describeVerdict(facts: VerdictFacts): string {
  const { verdict, relative } = facts
  if (verdict === 'broken') return describeBroken(facts)
  if (verdict === 'not enough data' || !relative) return describeMissing(facts)
  const level = Math.round(facts.confidenceLevel * 100)
  const range = describeRange(relative)
  if (verdict === 'no difference yet') {
    return `The dynamic ad and the benchmark cannot be told apart yet: with ${level} % certainty the lift ${range}. Look as often as you like: this range allows for it.`
  }
  const by = relative.value === null ? '' : ` by ${formatSize(relative.value)}`
  const does = verdict === 'winning' ? 'beats' : 'trails'
  return `The dynamic ad ${does} the benchmark${by}: with ${level} % certainty the lift ${range}. That holds however often you look.`
}

function describeBroken({ measures, holdoutShare }: VerdictFacts): string {
  const { dynamic, holdout } = measures
  const got = formatShare(holdout.n / (dynamic.n + holdout.n))
  const meant = holdoutShare === null ? '' : ` instead of ${formatShare(holdoutShare)}`
  return `The comparison is broken: the benchmark got ${got} of the impressions${meant}, which chance does not explain, however often you look. Find out what loses impressions of one ad before you trust any of these figures.`
}

function describeMissing({ measures, successes }: VerdictFacts): string {
  const { dynamic, holdout } = measures
  const found = isCounts(measures) ? measures.dynamic.k + measures.holdout.k : null
  const count = (n: number) => n.toLocaleString('en')
  const impressions = `each ad needs ${MIN_IMPRESSIONS} impressions (so far ${count(dynamic.n)} and ${count(holdout.n)})`
  const wanted =
    found === null
      ? ' with values above 0 that differ'
      : ` and both together ${MIN_SUCCESSES} ${successes} (so far ${count(found)})`
  return `Not enough data to compare: ${impressions}${wanted}. Looking early does no harm.`
}

/** From a hundred times as much on, a number says no more than "a lot". */
const UNTELLING = 99

function describeRange({ lower, upper }: Interval): string {
  if (upper < UNTELLING) return `lies between ${formatSigned(lower)} and ${formatSigned(upper)}`
  return lower < -0.9 ? 'can be anything' : `is above ${formatSigned(lower)}`
}

function formatSize(ratio: number): string {
  const percent = Math.abs(ratio * 100)
  return `${percent.toFixed(percent < 10 ? 1 : 0)} %`
}

function formatSigned(ratio: number): string {
  return `${ratio < 0 ? '−' : '+'}${formatSize(ratio)}`
}

function formatShare(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`
}

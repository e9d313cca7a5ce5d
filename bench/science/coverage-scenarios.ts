import { checkSampleRatio } from '@/lib/experiments/check-sample-ratio'
import { checkSampleRatioSequence } from '@/lib/experiments/check-sample-ratio-sequence'
import { estimateBoundedMeanSequence } from '@/lib/experiments/estimate-bounded-mean-sequence'
import { estimateDifferenceSequence } from '@/lib/experiments/estimate-difference-sequence'
import { estimateLift } from '@/lib/experiments/estimate-lift'
import { estimateLiftSequence } from '@/lib/experiments/estimate-lift-sequence'
import { estimateMean } from '@/lib/experiments/estimate-mean'
import { estimateRate } from '@/lib/experiments/estimate-rate'
import { estimateRateSequence } from '@/lib/experiments/estimate-rate-sequence'
import { judgeArms } from '@/lib/experiments/judge-arms'
import { testMeans } from '@/lib/experiments/test-means'
import type { Random } from '@/lib/math/random'

/** Whether the truth ever lay outside, at any look of one run. */
export interface Missed {
  /** Of the statistics that may be looked at at any time. */
  readonly always: boolean
  /** Of those for one look, looked at as often. */
  readonly once: boolean
}

export interface CoverageScenario {
  readonly name: string
  /** Share of the runs that may miss. */
  readonly alpha: number
  readonly play: (random: Random) => Missed
}

interface Bounds {
  readonly lower: number
  readonly upper: number
}

/** No interval leaves nothing out. */
function leavesOut(bounds: Bounds | { readonly kind: string } | null, truth: number): boolean {
  return bounds !== null && 'lower' in bounds && (truth < bounds.lower || truth > bounds.upper)
}

const relativeOf = (lift: ReturnType<typeof estimateLift | typeof estimateLiftSequence>) =>
  lift.kind === 'ok' ? lift.relative : null

interface PilotShape {
  readonly impressions: number
  readonly lookEvery: number
  readonly holdoutShare: number
}

/** Two ads that are alike: every win, loss and alarm of the verdict is a false one. */
function playAlike(rate: number, { impressions, lookEvery, holdoutShare }: PilotShape) {
  return (random: Random): Missed => {
    const dynamic = { n: 0, k: 0 }
    const holdout = { n: 0, k: 0 }
    let always = false
    let once = false
    for (let t = 1; t <= impressions; t++) {
      const arm = random.next() < holdoutShare ? holdout : dynamic
      arm.n++
      if (random.next() < rate) arm.k++
      if (t % lookEvery !== 0) continue
      const judged = judgeArms({ measures: { dynamic, holdout }, holdoutShare })
      const verdict = judged.kind === 'ok' ? judged.verdict : 'not enough data'
      always ||= verdict === 'winning' || verdict === 'losing' || verdict === 'broken'
      const isEnough = Math.min(dynamic.n, holdout.n) >= 100 && dynamic.k + holdout.k >= 10
      once ||= isEnough && leavesOut(relativeOf(estimateLift({ dynamic, holdout })), 0)
    }
    return { always, once }
  }
}

const ELEMENTS = [0.01, 0.015, 0.02, 0.03]

/**
 * An ad whose four elements are drawn by Thompson sampling (normal approximation), beside a
 * holdout. `lift`: of the average ad shown so far. `element`: the rate of the one that is tried
 * less and less.
 */
function playLearning(
  of: 'lift' | 'element',
  { impressions, lookEvery, holdoutShare }: PilotShape,
) {
  return (random: Random): Missed => {
    const holdoutRate = 0.015
    const holdout = { n: 0, k: 0 }
    const elements = ELEMENTS.map((rate) => ({ rate, n: 0, k: 0 }))
    const [weakest] = elements
    let expected = 0
    let always = false
    let once = false
    for (let t = 1; t <= impressions; t++) {
      if (random.next() < holdoutShare) {
        holdout.n++
        if (random.next() < holdoutRate) holdout.k++
      } else {
        const shown = drawElement(elements, random)
        shown.n++
        expected += shown.rate
        if (random.next() < shown.rate) shown.k++
      }
      if (t % lookEvery !== 0 || !weakest) continue
      if (of === 'element') {
        always ||= leavesOut(estimateRateSequence(weakest), weakest.rate)
        once ||= leavesOut(estimateRate(weakest), weakest.rate)
        continue
      }
      const dynamic = {
        n: elements.reduce((sum, { n }) => sum + n, 0),
        k: elements.reduce((sum, { k }) => sum + k, 0),
      }
      const truth = expected / dynamic.n / holdoutRate - 1
      always ||= leavesOut(relativeOf(estimateLiftSequence({ dynamic, holdout })), truth)
      once ||= leavesOut(relativeOf(estimateLift({ dynamic, holdout })), truth)
    }
    return { always, once }
  }
}

function drawElement<T extends { readonly n: number; readonly k: number }>(
  elements: readonly T[],
  random: Random,
): T {
  let best = elements[0] as T
  let bestDraw = -Infinity
  for (const element of elements) {
    const mean = (element.k + 1) / (element.n + 50)
    const draw = mean + random.nextGaussian() * Math.sqrt((mean * (1 - mean)) / (element.n + 51))
    if (draw > bestDraw) {
      bestDraw = draw
      best = element
    }
  }
  return best
}

const LOOKS_AT_VALUES = 30

/** Revenue per impression: mostly nothing, sometimes a log-normal amount. Both arms alike. */
function playRevenue(random: Random): Missed {
  const dynamic = { n: 0, sum: 0, sumOfSquares: 0 }
  const holdout = { n: 0, sum: 0, sumOfSquares: 0 }
  let always = false
  let once = false
  for (let t = 1; t <= 20_000; t++) {
    const arm = random.next() < 0.3 ? holdout : dynamic
    const value = random.next() < 0.05 ? Math.exp(3 + 0.5 * random.nextGaussian()) : 0
    arm.n++
    arm.sum += value
    arm.sumOfSquares += value * value
    if (t % 200 !== 0) continue
    always ||= leavesOut(estimateDifferenceSequence({ dynamic, holdout }), 0)
    const tested = testMeans({ dynamic, holdout })
    once ||= tested.kind === 'ok' && leavesOut(tested.difference, 0)
  }
  return { always, once }
}

/** Values between 0 and 1, few of them and skew: the mean is 1/4. */
function playBounded(random: Random): Missed {
  const values: number[] = []
  const sums = { n: 0, sum: 0, sumOfSquares: 0 }
  let always = false
  let once = false
  let nextLook = 10
  for (let look = 0; look < LOOKS_AT_VALUES; look++) {
    while (values.length < nextLook) {
      const value = random.next() ** 3
      values.push(value)
      sums.n++
      sums.sum += value
      sums.sumOfSquares += value * value
    }
    nextLook = Math.ceil(nextLook * 1.2)
    const sequence = estimateBoundedMeanSequence(values, { range: { lower: 0, upper: 1 } })
    always ||= leavesOut(sequence, 0.25)
    once ||= leavesOut(estimateMean(sums), 0.25)
  }
  return { always, once }
}

/** Traffic split as it was meant to be. */
function playFairSplit(random: Random): Missed {
  const counts: [number, number] = [0, 0]
  let always = false
  let once = false
  for (let t = 1; t <= 40_000; t++) {
    counts[random.next() < 0.2 ? 1 : 0]++
    if (t % 50 !== 0) continue
    const sequence = checkSampleRatioSequence(counts, [0.8, 0.2])
    always ||= sequence.kind === 'ok' && sequence.isAlarm
    const test = checkSampleRatio(counts, [0.8, 0.2])
    once ||= test.kind === 'ok' && test.isAlarm
  }
  return { always, once }
}

const pilot: PilotShape = { impressions: 20_000, lookEvery: 50, holdoutShare: 0.2 }

export const COVERAGE_SCENARIOS: readonly CoverageScenario[] = [
  ...[0.005, 0.02, 0.3].flatMap((rate) =>
    [0.5, 0.2, 0.1].map((holdoutShare) => ({
      name: `verdict, alike at ${rate * 100} %, holdout ${holdoutShare * 100} %`,
      alpha: 0.05,
      play: playAlike(rate, { ...pilot, holdoutShare }),
    })),
  ),
  { name: 'lift of an ad that learns', alpha: 0.05, play: playLearning('lift', pilot) },
  {
    name: 'rate of an element tried less and less',
    alpha: 0.05,
    play: playLearning('element', pilot),
  },
  { name: 'difference of revenues, alike', alpha: 0.05, play: playRevenue },
  { name: 'mean of bounded values', alpha: 0.05, play: playBounded },
  { name: 'split alarm, fair split', alpha: 0.001, play: playFairSplit },
]

import { estimateRate } from '@/lib/experiments/estimate-rate'
import { boundPolicyValue } from '@/lib/experiments/off-policy/policy-value'
import { estimateSelfNormalized } from '@/lib/experiments/off-policy/estimate-by-weights'
import { addDecision, NO_WEIGHTS } from '@/lib/experiments/off-policy/weighted-sums'
import { createRandom } from '@/lib/math/random'
import { runProgram } from '@/scripts/process/program'
import {
  evaluateOpenBandit,
  type OpenBanditPolicy,
} from '@/scripts/testing/open-bandit/evaluate-open-bandit'
import { readObpReference } from '@/scripts/testing/open-bandit/obp-reference'

const PAIRS: readonly [OpenBanditPolicy, OpenBanditPolicy][] = [
  ['random', 'random'],
  ['random', 'bts'],
  ['bts', 'bts'],
  ['bts', 'random'],
]
const METHODS = ['ipw', 'snipw', 'dm', 'dr', 'sndr'] as const

const percent = (rate: number, digits = 3) => (rate * 100).toFixed(digits)
const range = (lower: number, upper: number) => `${percent(lower)} to ${percent(upper)}`

function printOpenBandit(): void {
  const reference = readObpReference()
  console.log('| log → policy | estimator | ours | OBP | ours, 95 % | OBP, bootstrap 95 % |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  for (const [logged, target] of PAIRS) {
    const ours = evaluateOpenBandit(logged, target)
    const theirs = reference[logged][`eval_${target}`]
    for (const method of METHODS) {
      const { value, lower, upper } = ours.values[method]
      const cells = [
        `${logged} → ${target}`,
        method.toUpperCase(),
        percent(value, 4),
        percent(theirs.estimates[method], 4),
        range(lower, upper),
        range(...theirs.ci95[method]),
      ]
      console.log(`| ${cells.join(' | ')} |`)
    }
    const { effectiveSampleSize, maxWeight, meanWeight, support } = ours
    console.log(
      `${logged} → ${target}: effective sample size ${effectiveSampleSize.toFixed(1)}, largest weight ${maxWeight.toFixed(2)}, mean weight ${meanWeight.toFixed(3)}, support ${support.kind}`,
    )
  }
}

const KINDS = 12
const RUNS = 4_000

interface Scenario {
  readonly name: string
  readonly impressions: number
  readonly rate: number
  /** How an element's click rate goes with the chance of being shown, over kinds of traffic. */
  readonly favour: number
}

/** How often each interval of an element's rate for everybody holds the truth. */
function printCoverage(): void {
  console.log('\n| traffic | clicks | raw rate | sandwich | ours |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const favour of [1.5, -1.5]) {
    for (const impressions of [300, 2_000, 10_000]) {
      for (const rate of [0.01, 0.05]) {
        const name = `${impressions.toLocaleString('en')} impressions, ${rate * 100} %, ${favour > 0 ? 'shown where it does well' : 'shown where it does badly'}`
        console.log(measureScenario({ name, impressions, rate, favour }))
      }
    }
  }
}

function measureScenario({ name, impressions, rate, favour }: Scenario): string {
  const hits = { raw: 0, sandwich: 0, ours: 0 }
  let clicks = 0
  let runs = 0
  for (let seed = 0; seed < RUNS; seed += 1) {
    const { sums, successes, truth } = drawElement(seed, { impressions, rate, favour })
    const ours = estimateSelfNormalized(sums, { unit: 'rate' })
    const raw = estimateRate({ k: successes, n: sums.n })
    if (ours.kind !== 'ok' || raw.kind !== 'ok') continue
    const sandwich = boundPolicyValue(ours.value, ours.standardError, { unit: 'rate' })
    const holds = ({ lower, upper }: { lower: number; upper: number }) =>
      lower <= truth && truth <= upper ? 1 : 0
    hits.raw += holds(raw)
    hits.sandwich += holds(sandwich)
    hits.ours += holds(ours)
    clicks += successes
    runs += 1
  }
  const share = (count: number) => `${((100 * count) / runs).toFixed(1)} %`
  const cells = [name, (clicks / runs).toFixed(0)]
  return `| ${[...cells, share(hits.raw), share(hits.sandwich), share(hits.ours)].join(' | ')} |`
}

/** Twelve kinds of traffic, equally common, whose click rates and propensities go together. */
function drawElement(seed: number, { impressions, rate, favour }: Omit<Scenario, 'name'>) {
  const random = createRandom(seed)
  const kinds = Array.from({ length: KINDS }, () => {
    const effect = 0.4 * random.nextGaussian()
    const propensity = 1 / (1 + Math.exp(1 - 3 * favour * effect))
    return { rate: Math.min(1, rate * Math.exp(effect)), propensity: Math.max(0.02, propensity) }
  })
  const truth = kinds.reduce((sum, kind) => sum + kind.rate, 0) / KINDS
  let sums = NO_WEIGHTS
  let successes = 0
  for (let shown = 0; shown < impressions; shown += 1) {
    const kind = kinds[Math.floor(random.next() * KINDS)]
    if (!kind || random.next() >= kind.propensity) continue
    const reward = random.next() < kind.rate ? 1 : 0
    successes += reward
    sums = addDecision(sums, 1 / kind.propensity, reward)
  }
  return { sums, successes, truth }
}

/** Prints the tables of docs/science.md about adaptive traffic: `npx tsx bench/off-policy.ts`. */
runProgram(async () => {
  printOpenBandit()
  printCoverage()
  return 0
})

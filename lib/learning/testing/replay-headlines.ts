import { createLearner, listCandidates, slotName, assetName } from './learner'
import type { LearnerSettings } from './learner'
import { drawBeta } from './draw-beta'
import { chiSquareSurvival } from '@/lib/math/special-functions'
import type { Random } from '@/lib/math/random'

/** One test of the Upworthy archive as it was run: counts of each headline. */
export interface HeadlineTest {
  readonly week: number
  readonly impressions: readonly number[]
  readonly clicks: readonly number[]
}

/** Weeks in which the archive's assignment was faulty, first and last (Upworthy Research Archive). */
export const isFaultyWeek = (week: number) => week >= 201325 && week <= 201401

/** How often an A/B test is looked at, at equal distances. */
const LOOKS = 20

export const HEADLINE_STRATEGIES = [
  'even',
  'abRunnerUp',
  'abAnyDifference',
  'beta',
  'ours',
] as const
export type HeadlineStrategy = (typeof HEADLINE_STRATEGIES)[number]

/** Shows each arm so many times to a viewer, and learns the clicks. */
type ShowArms = (arm: number) => boolean

interface Arms {
  readonly shown: number[]
  readonly clicks: number[]
}

function emptyArms(count: number): Arms {
  return { shown: Array<number>(count).fill(0), clicks: Array<number>(count).fill(0) }
}

function showInTurn(arms: Arms, count: number, show: ShowArms): void {
  const size = arms.shown.length
  const start = arms.shown.reduce((sum, shown) => sum + shown, 0)
  for (let index = start; index < start + count; index++) {
    const arm = index % size
    arms.shown[arm] = (arms.shown[arm] ?? 0) + 1
    if (show(arm)) arms.clicks[arm] = (arms.clicks[arm] ?? 0) + 1
  }
}

function rankArms({ shown, clicks }: Arms): number[] {
  const rates = shown.map((count, arm) => (clicks[arm] ?? 0) / Math.max(1, count))
  return rates.map((_, arm) => arm).sort((a, b) => (rates[b] ?? 0) - (rates[a] ?? 0))
}

/** Two-proportion z test of the leader against the runner-up, two-sided, 95 %. */
function beatsRunnerUp({ shown, clicks }: Arms, ranked: readonly number[]): boolean {
  const [first = 0, second = 0] = ranked
  const [n, m] = [shown[first] ?? 0, shown[second] ?? 0]
  const [k, l] = [clicks[first] ?? 0, clicks[second] ?? 0]
  const pooled = (k + l) / (n + m)
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  return deviation > 0 && (k / n - l / m) / deviation > 1.959964
}

/** Pearson's chi-square test that all arms have one rate, 95 %. */
function isHeterogeneous({ shown, clicks }: Arms): boolean {
  const all = shown.reduce((sum, count) => sum + count, 0)
  const rate = clicks.reduce((sum, count) => sum + count, 0) / all
  if (rate === 0 || rate === 1) return false
  const statistic = shown.reduce((sum, count, arm) => {
    const expected = count * rate
    return sum + ((clicks[arm] ?? 0) - expected) ** 2 / (expected * (1 - rate))
  }, 0)
  return chiSquareSurvival(statistic, shown.length - 1) < 0.05
}

/** An even split until a look finds a significant difference; then the leader for the rest. */
function playAbTest(
  armCount: number,
  traffic: number,
  show: ShowArms,
  isSignificant: (arms: Arms, ranked: readonly number[]) => boolean,
): void {
  const arms = emptyArms(armCount)
  let played = 0
  for (let look = 1; look <= LOOKS; look++) {
    const upTo = Math.floor((traffic * look) / LOOKS)
    showInTurn(arms, upTo - played, show)
    played = upTo
    const ranked = rankArms(arms)
    if (isSignificant(arms, ranked)) break
  }
  const winner = rankArms(arms)[0] ?? 0
  for (; played < traffic; played++) show(winner)
}

/** Beta Thompson sampling that learns from every impression at once, prior Beta(1, 1). */
function playBeta(armCount: number, traffic: number, show: ShowArms, random: Random): void {
  const { shown, clicks } = emptyArms(armCount)
  for (let round = 0; round < traffic; round++) {
    const draws = shown.map((count, arm) => {
      const won = clicks[arm] ?? 0
      return drawBeta(1 + won, 1 + count - won, random)
    })
    const arm = draws.indexOf(Math.max(...draws))
    shown[arm] = (shown[arm] ?? 0) + 1
    if (show(arm)) clicks[arm] = (clicks[arm] ?? 0) + 1
  }
}

export interface ReplaySettings extends Pick<LearnerSettings, 'explorationFloor' | 'draws'> {
  /** How often the learner learns in each test, at equal distances. */
  readonly updates: number
}

function playOurs(
  armCount: number,
  traffic: number,
  show: ShowArms,
  random: Random,
  { updates, ...settings }: ReplaySettings,
): void {
  const learner = createLearner({ ...settings, slots: [slotName(0)], features: [] })
  const candidates = listCandidates([Array.from({ length: armCount }, (_, arm) => arm)])
  let played = 0
  for (let update = 1; update <= updates; update++) {
    const draw = learner.compile({}, candidates)
    const { shown, clicks } = emptyArms(armCount)
    for (; played < Math.floor((traffic * update) / updates); played++) {
      const arm = draw(random)[0] ?? 0
      shown[arm] = (shown[arm] ?? 0) + 1
      if (show(arm)) clicks[arm] = (clicks[arm] ?? 0) + 1
    }
    learner.learn(
      shown.map((impressions, arm) => ({
        ...{ cell: {}, assets: { [slotName(0)]: assetName(arm) } },
        ...{ impressions, successes: clicks[arm] ?? 0 },
      })),
    )
  }
}

/**
 * The share of clicks that a strategy is expected to lose against always showing the best headline,
 * when a test's own traffic comes again and each headline's true rate is the one it was seen to
 * have. Only the clicks that the strategy learns from are drawn by luck.
 */
export function replayHeadlines(
  { impressions, clicks }: HeadlineTest,
  strategy: HeadlineStrategy,
  random: Random,
  settings: ReplaySettings,
): number {
  const rates = impressions.map((count, arm) => (clicks[arm] ?? 0) / count)
  const traffic = impressions.reduce((sum, count) => sum + count, 0)
  let expected = 0
  const show = (arm: number) => {
    const rate = rates[arm] ?? 0
    expected += rate
    return random.next() < rate
  }
  switch (strategy) {
    case 'even':
      showInTurn(emptyArms(rates.length), traffic, show)
      break
    case 'abRunnerUp':
      playAbTest(rates.length, traffic, show, beatsRunnerUp)
      break
    case 'abAnyDifference':
      playAbTest(rates.length, traffic, show, isHeterogeneous)
      break
    case 'beta':
      playBeta(rates.length, traffic, show, random)
      break
    case 'ours':
      playOurs(rates.length, traffic, show, random, settings)
  }
  return 1 - expected / (Math.max(...rates) * traffic)
}

import { multiplyPacked } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import { BatchRows, sigmoid, type BeliefBlock, type Likelihood } from './batch-rows'
import type { DesignMatrix } from './design-matrix'
import { type Curvature, distanceOf, measureCurvature, solveNewtonStep } from './newton-step'

/** Where prior times likelihood is largest, and what the batch says there. */
export interface Mode {
  readonly means: Float64Array
  /** Σ n·p·(1 − p)·x·xᵀ of the batch at the mode over the joint weights, packed. */
  readonly jointInformation: PackedMatrix
  /** The same for each weight held alone: only the diagonal. */
  readonly aloneInformation: Float64Array
}

/**
 * How far one batch may move a weight, on the logit scale. The past is a quadratic that can be
 * trusted only near where it was taken; without this, a batch of late successes after a batch of
 * their impressions would throw the intercept out of reach.
 */
export const MAX_STEP = 1

const MAX_NEWTON_STEPS = 12
const MAX_HALVINGS = 8
/** Newton's error after a step is about its square: a step this small is the last. */
const NEWTON_TOLERANCE = 0.02
/** Smallest gain of log probability worth another Newton step. */
const GAIN_TOLERANCE = 0.01
/** Largest change of a weight after which the curvature of the step before still serves. */
const SAME_CURVATURE = 0.1

const at = (values: Float64Array, index: number) => values[index] ?? 0

/** Precision of the past times a distance from its means. */
function pullOf(belief: BeliefBlock, distance: Float64Array): Float64Array {
  const { jointCount, jointPrecision, alonePrecisions } = belief
  const pull = new Float64Array(distance.length)
  pull.set(multiplyPacked(jointPrecision, distance.subarray(0, jointCount)))
  for (let index = 0; index < alonePrecisions.length; index++) {
    pull[jointCount + index] = at(alonePrecisions, index) * at(distance, jointCount + index)
  }
  return pull
}

/** A point of the climb: weights, each row's linear predictor, and the log probability. */
interface Point {
  readonly weights: Float64Array
  readonly predictor: Float64Array
  readonly value: number
}

function measurePoint(rows: BatchRows, belief: BeliefBlock, weights: Float64Array): Point {
  const distance = distanceOf(belief, weights)
  const pull = pullOf(belief, distance)
  const predictor = rows.predict(weights)
  let value = rows.logLikelihood(predictor)
  for (let index = 0; index < pull.length; index++) {
    value += at(belief.linear, index) * at(weights, index)
    value -= (at(pull, index) * at(distance, index)) / 2
  }
  return { weights, predictor, value }
}

/** Weights moved by a change, none further than the bound from what was believed. */
function moveBy(
  belief: BeliefBlock,
  weights: Float64Array,
  change: Float64Array,
  share: number,
  bound: number,
) {
  return weights.map((weight, index) => {
    const mean = at(belief.means, index)
    const goal = weight + share * at(change, index)
    return Math.min(mean + bound, Math.max(mean - bound, goal))
  })
}

/**
 * Mode of the past (a Gaussian) times the batch's likelihood, by damped Newton steps, and
 * the information of the batch at the mode (Laplace's approximation). Null where the past's
 * precision is not positive definite.
 */
export function findMode(
  design: DesignMatrix,
  belief: BeliefBlock,
  likelihood: Likelihood,
): Mode | null {
  const rows = new BatchRows(design, belief, likelihood)
  // A Gaussian's past is a quadratic everywhere.
  const bound = likelihood.kind === 'gaussian' ? Infinity : MAX_STEP
  let point: Point = measurePoint(rows, belief, belief.means)
  let curvature: Curvature | null = null
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const slopes = rows.differentiate(point.predictor)
    curvature ??= measureCurvature(rows, belief, slopes.curvatures)
    if (!curvature) return null
    const change = solveNewtonStep(rows, belief, point.weights, slopes, curvature)
    if (change.some((value) => Math.abs(value) > SAME_CURVATURE)) curvature = null
    const measure = (share: number) =>
      measurePoint(rows, belief, moveBy(belief, point.weights, change, share, bound))
    let next = measure(1)
    for (let halving = 1; halving <= MAX_HALVINGS && next.value < point.value; halving++) {
      next = measure(0.5 ** halving)
    }
    const gain = next.value - point.value
    if (!(gain >= 0)) break
    const isSettled = next.weights.every(
      (weight, index) => Math.abs(weight - at(point.weights, index)) < NEWTON_TOLERANCE,
    )
    point = next
    if (isSettled || gain < GAIN_TOLERANCE) break
  }
  const { curvatures } = rows.differentiate(point.predictor)
  return {
    means: point.weights,
    jointInformation: rows.sumProducts(curvatures),
    aloneInformation: rows.sumAlone(curvatures).slice(belief.jointCount),
  }
}

/** Successes that the past expects of the impressions of a batch, summed by weight. */
export function expectSuccesses(design: DesignMatrix, belief: BeliefBlock): Float64Array {
  const rows = new BatchRows(design, belief, { kind: 'logistic' })
  const predictor = rows.predict(belief.means)
  return rows.sumByWeight(
    predictor.map((logit, row) => at(design.impressions, row) * sigmoid(logit)),
  )
}

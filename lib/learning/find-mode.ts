import { factorise, multiplyPacked, solveFactored } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import { BatchRows, sigmoid, type BeliefBlock, type Likelihood } from './batch-rows'
import type { DesignMatrix } from './design-matrix'

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
const MAX_SWEEPS = 4
const MAX_HALVINGS = 8
/** Smallest change of a weight worth another sweep, on the logit scale: far below what is known. */
const STEP_TOLERANCE = 1e-3
/** The same, as a share of the first sweep's: the next Newton step corrects what is left. */
const SWEEP_SHARE = 0.1
/** Newton's error after a step is about its square: a step this small is the last. */
const NEWTON_TOLERANCE = 0.02
/** Smallest gain of log probability worth another Newton step. */
const GAIN_TOLERANCE = 0.01
/** Largest change of a weight after which the curvature of the step before still serves. */
const SAME_CURVATURE = 0.1

const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

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

const distanceOf = ({ means }: BeliefBlock, weights: Float64Array) =>
  weights.map((weight, index) => weight - at(means, index))

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

/** The quadratic that a Newton step maximises, and how far towards its top we are. */
interface Climb {
  readonly curvatures: Float64Array
  /** Residual of every row once `change` is made: linear in it. */
  readonly residuals: Float64Array
  readonly distance: Float64Array
  readonly change: Float64Array
}

/** Solves the joint weights exactly, given the others. Returns the largest step. */
function climbJointly(
  rows: BatchRows,
  { jointCount, jointPrecision, linear }: BeliefBlock,
  factor: PackedMatrix,
  { curvatures, residuals, distance, change }: Climb,
): number {
  const reached = distance.subarray(0, jointCount).map((value, i) => value + at(change, i))
  const pull = multiplyPacked(jointPrecision, reached)
  const gradient = rows.sumJoint(residuals).subarray(0, jointCount)
  const step = new Float64Array(distance.length)
  step.set(
    solveFactored(
      factor,
      gradient.map((value, index) => value + at(linear, index) - at(pull, index)),
    ),
  )
  const moved = rows.predict(step, rows.joint)
  for (let row = 0; row < rows.count; row++) {
    residuals[row] = at(residuals, row) - at(curvatures, row) * at(moved, row)
  }
  let largest = 0
  for (let index = 0; index < jointCount; index++) {
    change[index] = at(change, index) + at(step, index)
    largest = Math.max(largest, Math.abs(at(step, index)))
  }
  return largest
}

/** Sums of the residuals of the rows that hold each weight of a block. */
function sumResiduals(
  { residuals }: Climb,
  block: Int32Array,
  sums: Float64Array,
  jointCount: number,
): void {
  for (let row = 0; row < block.length; row++) {
    const position = at(block, row)
    if (position >= jointCount) sums[position] = at(sums, position) + at(residuals, row)
  }
}

/** What the residuals are once the weights of a block have made their steps. */
function stepResiduals(
  { residuals, curvatures }: Climb,
  block: Int32Array,
  steps: Float64Array,
  jointCount: number,
): void {
  for (let row = 0; row < block.length; row++) {
    const position = at(block, row)
    if (position < jointCount) continue
    residuals[row] = at(residuals, row) - at(curvatures, row) * at(steps, position)
  }
}

/** Both for two blocks in one pass over the rows: the steps of one, the sums of the next. */
function stepAndSum(
  { residuals, curvatures }: Climb,
  done: Int32Array,
  steps: Float64Array,
  next: Int32Array,
  sums: Float64Array,
  jointCount: number,
): void {
  for (let row = 0; row < done.length; row++) {
    let residual = at(residuals, row)
    const stepped = at(done, row)
    if (stepped >= jointCount) {
      residual -= at(curvatures, row) * at(steps, stepped)
      residuals[row] = residual
    }
    const position = at(next, row)
    if (position >= jointCount) sums[position] = at(sums, position) + residual
  }
}

/**
 * Gauss-Seidel over the blocks of the weights held alone: those of a block share no row, so each
 * block is solved exactly. Returns the largest step.
 */
function climbAlone(
  rows: BatchRows,
  { jointCount, alonePrecisions, linear }: BeliefBlock,
  diagonal: Float64Array,
  climb: Climb,
): number {
  const { distance, change } = climb
  let largest = 0
  for (const position of rows.idle) {
    const goal = at(linear, position) / at(alonePrecisions, position - jointCount)
    const step = goal - at(distance, position) - at(change, position)
    change[position] = at(change, position) + step
    largest = Math.max(largest, Math.abs(step))
  }
  const sums = new Float64Array(distance.length)
  const steps = new Float64Array(distance.length)
  let done: Int32Array | null = null
  for (const { block, positions } of rows.alone) {
    if (done) stepAndSum(climb, done, steps, block, sums, jointCount)
    else sumResiduals(climb, block, sums, jointCount)
    for (const position of positions) {
      const precision = at(alonePrecisions, position - jointCount)
      const pull = precision * (at(distance, position) + at(change, position))
      const gradient = at(sums, position) + at(linear, position) - pull
      const step = gradient / (at(diagonal, position) + precision)
      steps[position] = step
      change[position] = at(change, position) + step
      largest = Math.max(largest, Math.abs(step))
    }
    done = block
  }
  if (done) stepResiduals(climb, done, steps, jointCount)
  return largest
}

/** The curvature of the joint weights, prior included, as a factor, and of those held alone. */
interface Curvature {
  readonly factor: PackedMatrix
  readonly diagonal: Float64Array
}

/** Null where the precision is broken. */
function measureCurvature(
  rows: BatchRows,
  { jointPrecision, jointCount }: BeliefBlock,
  curvatures: Float64Array,
): Curvature | null {
  const precision = rows.sumProducts(curvatures)
  for (let entry = 0; entry < precision.length; entry++) {
    precision[entry] = at(precision, entry) + at(jointPrecision, entry)
  }
  const factor = factorise(precision, jointCount)
  return factor && { factor, diagonal: rows.sumAlone(curvatures) }
}

/**
 * One Newton step: maximises the quadratic at `weights`, the joint weights in one solution, those
 * held alone after them, in turns, with the curvature here or nearby.
 */
function solveNewtonStep(
  rows: BatchRows,
  belief: BeliefBlock,
  weights: Float64Array,
  { residuals, curvatures }: ReturnType<BatchRows['differentiate']>,
  { factor, diagonal }: Curvature,
): Float64Array {
  const distance = distanceOf(belief, weights)
  const climb = { curvatures, residuals, distance, change: new Float64Array(weights.length) }
  let worthwhile = STEP_TOLERANCE
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    const joint = climbJointly(rows, belief, factor, climb)
    const largest = Math.max(joint, climbAlone(rows, belief, diagonal, climb))
    if (largest < worthwhile) break
    worthwhile = Math.max(worthwhile, SWEEP_SHARE * largest)
  }
  return climb.change
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

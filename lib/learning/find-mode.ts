import { factorise, multiplyPacked, packedIndex, solveFactored } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import type { DesignMatrix } from './design-matrix'

/**
 * What is believed before a batch, and where the batch's weights stand in it. The first
 * `jointCount` weights are jointly Gaussian; each one behind them is held alone.
 */
export interface BeliefBlock {
  readonly jointCount: number
  /** Precision of the joint weights, prior included, packed. */
  readonly jointPrecision: PackedMatrix
  /** Precision of each weight held alone, prior included. */
  readonly alonePrecisions: Float64Array
  /** Of all weights, the joint ones first. */
  readonly means: Float64Array
  /** Position among these weights of each weight of the design. */
  readonly positions: Int32Array
}

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
/** Smallest change of a weight worth another sweep, on the logit scale. */
const STEP_TOLERANCE = 1e-5
/** Newton's error after a step is about its square: a step this small is the last. */
const NEWTON_TOLERANCE = 0.02
/** Smallest gain of log probability worth another Newton step. */
const GAIN_TOLERANCE = 1e-3

const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

/** The rows of a design as positions among the believed weights. */
class Rows {
  readonly count: number
  /** Position of each row's weight in each block, −1 where it has none. */
  readonly blocks: readonly Int32Array[]

  constructor(
    private readonly design: DesignMatrix,
    private readonly belief: BeliefBlock,
  ) {
    this.count = design.rowCount
    this.blocks = design.blocks.map(({ rows }) =>
      rows.map((index) => (index < 0 ? -1 : at(belief.positions, index))),
    )
  }

  predict(weights: Float64Array): Float64Array {
    const predictor = new Float64Array(this.count)
    for (const block of this.blocks) {
      for (let row = 0; row < this.count; row++) {
        const position = at(block, row)
        if (position >= 0) predictor[row] = at(predictor, row) + at(weights, position)
      }
    }
    return predictor
  }

  /** Sum over the rows that hold each weight. */
  sumByWeight(values: Float64Array): Float64Array {
    const sums = new Float64Array(this.belief.means.length)
    for (const block of this.blocks) {
      for (let row = 0; row < this.count; row++) {
        const position = at(block, row)
        if (position >= 0) sums[position] = at(sums, position) + at(values, row)
      }
    }
    return sums
  }

  /** Of one block, the sums over rows of the weights held alone, by position; null without any. */
  sumAlone(block: Int32Array, values: Float64Array): Map<number, number> | null {
    const sums = new Map<number, number>()
    for (let row = 0; row < this.count; row++) {
      const position = at(block, row)
      if (position < this.belief.jointCount) continue
      sums.set(position, (sums.get(position) ?? 0) + at(values, row))
    }
    return sums.size > 0 ? sums : null
  }

  /** Σ value·x·xᵀ over the joint weights, packed. */
  sumProducts(values: Float64Array): PackedMatrix {
    const { jointCount, jointPrecision } = this.belief
    const products = new Float64Array(jointPrecision.length)
    const held = new Int32Array(this.blocks.length)
    for (let row = 0; row < this.count; row++) {
      const value = at(values, row)
      if (value === 0) continue
      let count = 0
      for (const block of this.blocks) {
        const position = at(block, row)
        if (position >= 0 && position < jointCount) held[count++] = position
      }
      for (let one = 0; one < count; one++) {
        const i = at(held, one)
        for (let other = 0; other <= one; other++) {
          const entry = packedIndex(i, at(held, other))
          products[entry] = at(products, entry) + value
        }
      }
    }
    return products
  }

  /** Σ successes·z − Σ impressions·log(1 + e^z). */
  logLikelihood(predictor: Float64Array): number {
    const { successes, impressions } = this.design
    let total = 0
    for (let row = 0; row < this.count; row++) {
      const z = at(predictor, row)
      const softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
      total += at(successes, row) * z - at(impressions, row) * softplus
    }
    return total
  }

  /** Residual k − n·p and curvature n·p·(1 − p) of every row. */
  differentiate(predictor: Float64Array) {
    const { successes, impressions } = this.design
    const residuals = new Float64Array(this.count)
    const curvatures = new Float64Array(this.count)
    for (let row = 0; row < this.count; row++) {
      const p = 1 / (1 + Math.exp(-at(predictor, row)))
      const expected = at(impressions, row) * p
      residuals[row] = at(successes, row) - expected
      curvatures[row] = expected * (1 - p)
    }
    return { residuals, curvatures }
  }
}

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

function logPosterior(rows: Rows, belief: BeliefBlock, weights: Float64Array): number {
  const distance = distanceOf(belief, weights)
  const pull = pullOf(belief, distance)
  let penalty = 0
  for (let index = 0; index < pull.length; index++) penalty += at(pull, index) * at(distance, index)
  return rows.logLikelihood(rows.predict(weights)) - penalty / 2
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
  rows: Rows,
  { jointCount, jointPrecision }: BeliefBlock,
  factor: PackedMatrix,
  { curvatures, residuals, distance, change }: Climb,
): number {
  const reached = distance.subarray(0, jointCount).map((value, i) => value + at(change, i))
  const pull = multiplyPacked(jointPrecision, reached)
  const gradient = rows.sumByWeight(residuals).subarray(0, jointCount)
  const step = new Float64Array(distance.length)
  step.set(
    solveFactored(
      factor,
      gradient.map((value, index) => value - at(pull, index)),
    ),
  )
  const moved = rows.predict(step)
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

/**
 * Gauss-Seidel over the blocks of the weights held alone: those of a block share no row, so each
 * block is solved exactly. Returns the largest step.
 */
function climbAlone(
  rows: Rows,
  { jointCount, alonePrecisions }: BeliefBlock,
  diagonal: Float64Array,
  { curvatures, residuals, distance, change }: Climb,
): number {
  const steps = new Float64Array(distance.length)
  let largest = 0
  for (const block of rows.blocks) {
    const gradient = rows.sumAlone(block, residuals)
    if (!gradient) continue
    for (const [position, sum] of gradient) {
      const precision = at(alonePrecisions, position - jointCount)
      const pull = precision * (at(distance, position) + at(change, position))
      const step = (sum - pull) / (at(diagonal, position) + precision)
      steps[position] = step
      change[position] = at(change, position) + step
      largest = Math.max(largest, Math.abs(step))
    }
    for (let row = 0; row < rows.count; row++) {
      const position = at(block, row)
      if (position < jointCount) continue
      residuals[row] = at(residuals, row) - at(curvatures, row) * at(steps, position)
    }
  }
  return largest
}

/**
 * One Newton step: maximises the quadratic at `weights`, the joint weights in one solution, those
 * held alone after them, in turns. Returns the change, or null where the precision is broken.
 */
function solveNewtonStep(
  rows: Rows,
  belief: BeliefBlock,
  weights: Float64Array,
): Float64Array | null {
  const { residuals, curvatures } = rows.differentiate(rows.predict(weights))
  const hessian = rows.sumProducts(curvatures)
  for (let entry = 0; entry < hessian.length; entry++) {
    hessian[entry] = at(hessian, entry) + at(belief.jointPrecision, entry)
  }
  const factor = factorise(hessian, belief.jointCount)
  if (!factor) return null
  const hasAlone = belief.alonePrecisions.length > 0
  const diagonal = hasAlone ? rows.sumByWeight(curvatures) : null
  const distance = distanceOf(belief, weights)
  const climb = { curvatures, residuals, distance, change: new Float64Array(weights.length) }
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    const joint = climbJointly(rows, belief, factor, climb)
    const alone = diagonal ? climbAlone(rows, belief, diagonal, climb) : 0
    if (!diagonal || Math.max(joint, alone) < STEP_TOLERANCE) break
  }
  return climb.change
}

/** Weights moved by a change, none further than MAX_STEP from what was believed. */
function moveBy(belief: BeliefBlock, weights: Float64Array, change: Float64Array, share: number) {
  return weights.map((weight, index) => {
    const mean = at(belief.means, index)
    const goal = weight + share * at(change, index)
    return Math.min(mean + MAX_STEP, Math.max(mean - MAX_STEP, goal))
  })
}

/**
 * Mode of the past (a Gaussian) times the batch's logistic likelihood, by damped Newton steps, and
 * the information of the batch at the mode (Laplace's approximation). Null where the past's
 * precision is not positive definite.
 */
export function findMode(design: DesignMatrix, belief: BeliefBlock): Mode | null {
  const rows = new Rows(design, belief)
  let weights: Float64Array = belief.means.slice()
  let value = logPosterior(rows, belief, weights)
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const change = solveNewtonStep(rows, belief, weights)
    if (!change) return null
    let next = moveBy(belief, weights, change, 1)
    let nextValue = logPosterior(rows, belief, next)
    for (let halving = 1; halving <= MAX_HALVINGS && nextValue < value; halving++) {
      next = moveBy(belief, weights, change, 0.5 ** halving)
      nextValue = logPosterior(rows, belief, next)
    }
    if (!(nextValue >= value)) break
    const isSettled = next.every(
      (weight, index) => Math.abs(weight - at(weights, index)) < NEWTON_TOLERANCE,
    )
    const gain = nextValue - value
    weights = next
    value = nextValue
    if (isSettled || gain < GAIN_TOLERANCE) break
  }
  const { curvatures } = rows.differentiate(rows.predict(weights))
  const diagonal = rows.sumByWeight(curvatures)
  return {
    means: weights,
    jointInformation: rows.sumProducts(curvatures),
    aloneInformation: diagonal.slice(belief.jointCount),
  }
}

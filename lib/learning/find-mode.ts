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
  /** Added to the gradient of each weight: successes that are credited or taken back. */
  readonly linear: Float64Array
}

/**
 * `logistic`: impressions and successes among them. `gaussian`: counts and sums of values whose
 * own variance is known, in the places of impressions and successes.
 */
export type Likelihood =
  { readonly kind: 'logistic' } | { readonly kind: 'gaussian'; readonly noiseVariance: number }

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

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

/** The rows of a design as positions among the believed weights. */
class Rows {
  readonly count: number
  /** Position of each row's weight in each block, −1 where it has none. */
  readonly blocks: readonly Int32Array[]
  /** The same of the joint weights alone, without the blocks that have none. */
  readonly joint: readonly Int32Array[]
  /** The weights of each block that are held alone, by position. */
  readonly alone: readonly (readonly number[])[]

  constructor(
    private readonly design: DesignMatrix,
    private readonly belief: BeliefBlock,
    private readonly likelihood: Likelihood,
  ) {
    this.count = design.rowCount
    this.blocks = design.blocks.map(({ rows }) =>
      rows.map((index) => (index < 0 ? -1 : at(belief.positions, index))),
    )
    this.joint = this.blocks
      .map((block) => block.map((position) => (position < belief.jointCount ? position : -1)))
      .filter((block) => block.some((position) => position >= 0))
    this.alone = design.blocks.map(({ from, to }) =>
      [...belief.positions.subarray(from, to)].filter((position) => position >= belief.jointCount),
    )
  }

  predict(weights: Float64Array, blocks = this.blocks): Float64Array {
    const predictor = new Float64Array(this.count)
    for (const block of blocks) {
      for (let row = 0; row < this.count; row++) {
        const position = at(block, row)
        if (position >= 0) predictor[row] = at(predictor, row) + at(weights, position)
      }
    }
    return predictor
  }

  /** Sum over the rows that hold each weight. */
  sumByWeight(values: Float64Array, blocks = this.blocks): Float64Array {
    const sums = new Float64Array(this.belief.means.length)
    for (const block of blocks) {
      for (let row = 0; row < this.count; row++) {
        const position = at(block, row)
        if (position >= 0) sums[position] = at(sums, position) + at(values, row)
      }
    }
    return sums
  }

  /** Σ value·x·xᵀ over the joint weights, packed. */
  sumProducts(values: Float64Array): PackedMatrix {
    const { jointCount, jointPrecision } = this.belief
    const products = new Float64Array(jointPrecision.length)
    const starts = Int32Array.from({ length: jointCount }, (_, index) => packedIndex(index, 0))
    const held = new Int32Array(this.blocks.length)
    for (let row = 0; row < this.count; row++) {
      const value = at(values, row)
      let count = 0
      for (const block of this.joint) {
        const position = at(block, row)
        if (position >= 0) held[count++] = position
      }
      for (let one = 0; one < count; one++) {
        const i = at(held, one)
        const start = at(starts, i)
        for (let other = 0; other <= one; other++) {
          const j = at(held, other)
          const entry = i >= j ? start + j : at(starts, j) + i
          products[entry] = at(products, entry) + value
        }
      }
    }
    return products
  }

  /** Σ successes·z − Σ impressions·log(1 + e^z), or that of the Gaussian. */
  logLikelihood(predictor: Float64Array): number {
    const { successes, impressions } = this.design
    let total = 0
    for (let row = 0; row < this.count; row++) {
      const z = at(predictor, row)
      total += (at(successes, row) * z - at(impressions, row) * this.partition(z)) / this.noise
    }
    return total
  }

  private get noise(): number {
    return this.likelihood.kind === 'gaussian' ? this.likelihood.noiseVariance : 1
  }

  /** What one impression costs at z: its derivative is the expected success. */
  private partition(z: number): number {
    if (this.likelihood.kind === 'gaussian') return (z * z) / 2
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
  }

  /** Residual k − n·p and curvature n·p·(1 − p) of every row. */
  differentiate(predictor: Float64Array) {
    const { successes, impressions } = this.design
    const residuals = new Float64Array(this.count)
    const curvatures = new Float64Array(this.count)
    for (let row = 0; row < this.count; row++) {
      const z = at(predictor, row)
      if (this.likelihood.kind === 'gaussian') {
        residuals[row] = (at(successes, row) - at(impressions, row) * z) / this.noise
        curvatures[row] = at(impressions, row) / this.noise
        continue
      }
      const p = sigmoid(z)
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

/** A point of the climb: weights, each row's linear predictor, and the log probability. */
interface Point {
  readonly weights: Float64Array
  readonly predictor: Float64Array
  readonly value: number
}

function measurePoint(rows: Rows, belief: BeliefBlock, weights: Float64Array): Point {
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
  rows: Rows,
  { jointCount, jointPrecision, linear }: BeliefBlock,
  factor: PackedMatrix,
  { curvatures, residuals, distance, change }: Climb,
): number {
  const reached = distance.subarray(0, jointCount).map((value, i) => value + at(change, i))
  const pull = multiplyPacked(jointPrecision, reached)
  const gradient = rows.sumByWeight(residuals, rows.joint).subarray(0, jointCount)
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

/**
 * Gauss-Seidel over the blocks of the weights held alone: those of a block share no row, so each
 * block is solved exactly. Returns the largest step.
 */
function climbAlone(
  rows: Rows,
  { jointCount, alonePrecisions, linear }: BeliefBlock,
  diagonal: Float64Array,
  { curvatures, residuals, distance, change }: Climb,
): number {
  const sums = new Float64Array(distance.length)
  const steps = new Float64Array(distance.length)
  let largest = 0
  for (const [index, block] of rows.blocks.entries()) {
    const alone = rows.alone[index] ?? []
    if (alone.length === 0) continue
    for (let row = 0; row < rows.count; row++) {
      const position = at(block, row)
      if (position >= jointCount) sums[position] = at(sums, position) + at(residuals, row)
    }
    for (const position of alone) {
      const precision = at(alonePrecisions, position - jointCount)
      const pull = precision * (at(distance, position) + at(change, position))
      const gradient = at(sums, position) + at(linear, position) - pull
      const step = gradient / (at(diagonal, position) + precision)
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
 * held alone after them, in turns, with the factor of the joint weights' precision here or nearby.
 */
function solveNewtonStep(
  rows: Rows,
  belief: BeliefBlock,
  weights: Float64Array,
  { residuals, curvatures }: ReturnType<Rows['differentiate']>,
  factor: PackedMatrix,
): Float64Array {
  const hasAlone = belief.alonePrecisions.length > 0
  const diagonal = hasAlone ? rows.sumByWeight(curvatures) : null
  const distance = distanceOf(belief, weights)
  const climb = { curvatures, residuals, distance, change: new Float64Array(weights.length) }
  let worthwhile = STEP_TOLERANCE
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    const joint = climbJointly(rows, belief, factor, climb)
    const alone = diagonal ? climbAlone(rows, belief, diagonal, climb) : 0
    const largest = Math.max(joint, alone)
    if (largest < worthwhile) break
    worthwhile = Math.max(worthwhile, SWEEP_SHARE * largest)
  }
  return climb.change
}

/** Factor of the joint weights' precision, the batch's curvature included; null if broken. */
function factoriseJoint(
  rows: Rows,
  { jointPrecision, jointCount }: BeliefBlock,
  curvatures: Float64Array,
): PackedMatrix | null {
  const precision = rows.sumProducts(curvatures)
  for (let entry = 0; entry < precision.length; entry++) {
    precision[entry] = at(precision, entry) + at(jointPrecision, entry)
  }
  return factorise(precision, jointCount)
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
  const rows = new Rows(design, belief, likelihood)
  // A Gaussian's past is a quadratic everywhere.
  const bound = likelihood.kind === 'gaussian' ? Infinity : MAX_STEP
  let point: Point = measurePoint(rows, belief, belief.means)
  let factor: PackedMatrix | null = null
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const slopes = rows.differentiate(point.predictor)
    factor ??= factoriseJoint(rows, belief, slopes.curvatures)
    if (!factor) return null
    const change = solveNewtonStep(rows, belief, point.weights, slopes, factor)
    if (change.some((value) => Math.abs(value) > SAME_CURVATURE)) factor = null
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
  const diagonal = rows.sumByWeight(curvatures)
  return {
    means: point.weights,
    jointInformation: rows.sumProducts(curvatures),
    aloneInformation: diagonal.slice(belief.jointCount),
  }
}

/** Successes that the past expects of the impressions of a batch, summed by weight. */
export function expectSuccesses(design: DesignMatrix, belief: BeliefBlock): Float64Array {
  const rows = new Rows(design, belief, { kind: 'logistic' })
  const predictor = rows.predict(belief.means)
  return rows.sumByWeight(
    predictor.map((logit, row) => at(design.impressions, row) * sigmoid(logit)),
  )
}

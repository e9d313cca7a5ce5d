import { factorise, multiplyPacked, solveFactored } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import type { BatchRows, BeliefBlock } from './batch-rows'

const MAX_SWEEPS = 4
/** Smallest change of a weight worth another sweep, on the logit scale: far below what is known. */
const STEP_TOLERANCE = 1e-3
/** The same, as a share of the first sweep's: the next Newton step corrects what is left. */
const SWEEP_SHARE = 0.1

const at = (values: Float64Array, index: number) => values[index] ?? 0
// Apart: a function that reads both kinds of arrays is slower for both.
const indexAt = (values: Int32Array, index: number) => values[index] ?? 0

/** How far weights are from what was believed. */
export const distanceOf = ({ means }: BeliefBlock, weights: Float64Array) =>
  weights.map((weight, index) => weight - at(means, index))

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
  const moved = rows.predictJoint(step)
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
function sumResiduals({ residuals }: Climb, rows: Int32Array, sums: Float64Array): void {
  for (let row = 0; row < rows.length; row++) {
    const index = indexAt(rows, row)
    if (index >= 0) sums[index] = at(sums, index) + at(residuals, row)
  }
}

/** What the residuals are once the weights of a block have made their steps. */
function stepResiduals(
  { residuals, curvatures }: Climb,
  rows: Int32Array,
  steps: Float64Array,
): void {
  for (let row = 0; row < rows.length; row++) {
    const index = indexAt(rows, row)
    if (index < 0) continue
    residuals[row] = at(residuals, row) - at(curvatures, row) * at(steps, index)
  }
}

/** Both for two blocks in one pass over the rows: the steps of one, the sums of the next. */
function stepAndSum(
  { residuals, curvatures }: Climb,
  done: Int32Array,
  steps: Float64Array,
  next: Int32Array,
  sums: Float64Array,
): void {
  for (let row = 0; row < done.length; row++) {
    let residual = at(residuals, row)
    const stepped = indexAt(done, row)
    if (stepped >= 0) {
      residual -= at(curvatures, row) * at(steps, stepped)
      residuals[row] = residual
    }
    const index = indexAt(next, row)
    if (index >= 0) sums[index] = at(sums, index) + residual
  }
}

/**
 * Gauss-Seidel over the blocks of the weights held alone: those of a block share no row, so each
 * block is solved exactly. Returns the largest step.
 */
function climbAlone(
  rows: BatchRows,
  { jointCount, alonePrecisions, linear, positions }: BeliefBlock,
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
  // By the design's numbers; the steps of joint weights stay 0.
  const sums = new Float64Array(positions.length)
  const steps = new Float64Array(positions.length)
  let done: Int32Array | null = null
  for (const block of rows.alone) {
    if (done) stepAndSum(climb, done, steps, block.rows, sums)
    else sumResiduals(climb, block.rows, sums)
    for (const index of block.alone) {
      const position = indexAt(positions, index)
      const precision = at(alonePrecisions, position - jointCount)
      const pull = precision * (at(distance, position) + at(change, position))
      const gradient = at(sums, index) + at(linear, position) - pull
      const step = gradient / (at(diagonal, position) + precision)
      steps[index] = step
      change[position] = at(change, position) + step
      largest = Math.max(largest, Math.abs(step))
    }
    done = block.rows
  }
  if (done) stepResiduals(climb, done, steps)
  return largest
}

/** The curvature of the joint weights, prior included, as a factor, and of those held alone. */
export interface Curvature {
  readonly factor: PackedMatrix
  readonly diagonal: Float64Array
}

/** Null where the precision is broken. */
export function measureCurvature(
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
export function solveNewtonStep(
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

import type { Block, DesignMatrix } from './design-matrix'

/** Weights as parallel arrays in the order of a design matrix's keys. */
export interface WeightArrays {
  readonly means: Float64Array
  readonly precisions: Float64Array
}

/**
 * How far one batch may move a weight, on the logit scale. The past is a quadratic that can be
 * trusted only near where it was taken; without this, a batch of late successes after a batch of
 * their impressions would throw the intercept out of reach.
 */
export const MAX_STEP = 1

const MAX_NEWTON_STEPS = 20
const MAX_SWEEPS = 5
const MAX_HALVINGS = 8
/** Smallest change of a weight worth another sweep, on the logit scale. */
const STEP_TOLERANCE = 1e-5
/** Smallest gain of log probability worth another Newton step. */
const GAIN_TOLERANCE = 0.01

const at = (values: Float64Array | Int32Array, index: number) => values[index] ?? 0

function linearPredictor(design: DesignMatrix, weights: Float64Array): Float64Array {
  const predictor = new Float64Array(design.rowCount)
  for (const { rows } of design.blocks) {
    for (let row = 0; row < design.rowCount; row++) {
      const index = at(rows, row)
      if (index >= 0) predictor[row] = at(predictor, row) + at(weights, index)
    }
  }
  return predictor
}

/** Σ successes·z − Σ impressions·log(1 + e^z) − Σ precision·(w − mean)²/2, to be maximised. */
function logPosterior(
  design: DesignMatrix,
  prior: WeightArrays,
  weights: Float64Array,
  predictor: Float64Array,
): number {
  let total = 0
  for (let row = 0; row < design.rowCount; row++) {
    const z = at(predictor, row)
    const softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
    total += at(design.successes, row) * z - at(design.impressions, row) * softplus
  }
  for (let index = 0; index < weights.length; index++) {
    const distance = at(weights, index) - at(prior.means, index)
    total -= (at(prior.precisions, index) * distance * distance) / 2
  }
  return total
}

/** Residual k − n·p and curvature n·p·(1 − p) of every row. */
function differentiate(design: DesignMatrix, predictor: Float64Array) {
  const residuals = new Float64Array(design.rowCount)
  const curvatures = new Float64Array(design.rowCount)
  for (let row = 0; row < design.rowCount; row++) {
    const p = 1 / (1 + Math.exp(-at(predictor, row)))
    const expected = at(design.impressions, row) * p
    residuals[row] = at(design.successes, row) - expected
    curvatures[row] = expected * (1 - p)
  }
  return { residuals, curvatures }
}

/** Sum over the rows that hold each weight: with curvatures, the diagonal of the Hessian. */
function sumByWeight(design: DesignMatrix, values: Float64Array): Float64Array {
  const sums = new Float64Array(design.keys.length)
  for (const { rows } of design.blocks) {
    for (let row = 0; row < design.rowCount; row++) {
      const index = at(rows, row)
      if (index >= 0) sums[index] = at(sums, index) + at(values, row)
    }
  }
  return sums
}

/** Takes the last change of one block out of the residuals: they are linear in the step. */
function settleResiduals(
  { rows }: Block,
  change: Float64Array,
  curvatures: Float64Array,
  residuals: Float64Array,
): void {
  for (let row = 0; row < rows.length; row++) {
    const index = at(rows, row)
    if (index >= 0) residuals[row] = at(residuals, row) - at(curvatures, row) * at(change, index)
  }
}

function sumGradient({ rows }: Block, residuals: Float64Array, gradient: Float64Array): void {
  for (let row = 0; row < rows.length; row++) {
    const index = at(rows, row)
    if (index >= 0) gradient[index] = at(gradient, index) + at(residuals, row)
  }
}

/**
 * One Newton step: maximises the quadratic at `weights` by Gauss-Seidel over blocks. Weights of a
 * block share no row, so each block is solved exactly. Returns the new weights.
 */
function solveNewtonStep(
  design: DesignMatrix,
  prior: WeightArrays,
  weights: Float64Array,
  predictor: Float64Array,
): Float64Array {
  const { residuals, curvatures } = differentiate(design, predictor)
  const hessian = sumByWeight(design, curvatures)
  const next = weights.slice()
  const gradient = new Float64Array(weights.length)
  const change = new Float64Array(weights.length)
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let largest = 0
    for (const block of design.blocks) {
      sumGradient(block, residuals, gradient)
      for (let index = block.from; index < block.to; index++) {
        const [mean, precision] = [at(prior.means, index), at(prior.precisions, index)]
        const pull = at(gradient, index) - precision * (at(next, index) - mean)
        const goal = at(next, index) + pull / (at(hessian, index) + precision)
        const bounded = Math.min(mean + MAX_STEP, Math.max(mean - MAX_STEP, goal))
        change[index] = bounded - at(next, index)
        largest = Math.max(largest, Math.abs(at(change, index)))
        next[index] = bounded
        gradient[index] = 0
      }
      settleResiduals(block, change, curvatures, residuals)
    }
    if (largest < STEP_TOLERANCE) break
  }
  return next
}

/**
 * Mode of prior × likelihood and the diagonal Laplace precision there (Chapelle & Li 2011,
 * algorithm 3), by damped Newton steps. The prior's means are the starting point.
 */
export function findMode(design: DesignMatrix, prior: WeightArrays): WeightArrays {
  let weights: Float64Array = prior.means.slice()
  let predictor = linearPredictor(design, weights)
  let value = logPosterior(design, prior, weights, predictor)
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    let next: Float64Array = solveNewtonStep(design, prior, weights, predictor)
    let nextPredictor = linearPredictor(design, next)
    let nextValue = logPosterior(design, prior, next, nextPredictor)
    for (let halving = 0; halving < MAX_HALVINGS && nextValue < value; halving++) {
      const from = weights
      next = next.map((weight, index) => (weight + at(from, index)) / 2)
      nextPredictor = linearPredictor(design, next)
      nextValue = logPosterior(design, prior, next, nextPredictor)
    }
    if (nextValue < value) break
    const gain = nextValue - value
    weights = next
    predictor = nextPredictor
    value = nextValue
    if (gain < GAIN_TOLERANCE) break
  }
  const { curvatures } = differentiate(design, predictor)
  const gained = sumByWeight(design, curvatures)
  const precisions = prior.precisions.map((precision, index) => precision + at(gained, index))
  return { means: weights, precisions }
}

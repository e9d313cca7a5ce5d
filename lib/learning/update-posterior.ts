import { stepDelays } from './delays'
import type { Delays } from './delays'
import { buildDesignMatrix } from './design-matrix'
import type { DesignMatrix } from './design-matrix'
import { forgetEvidence } from './forget-evidence'
import { expectByWeight, learnBatch } from './learn-batch'
import { START_PRIORS, START_VALUE_PRIORS } from './posterior'
import type { Posterior, ValueModel } from './posterior'
import type { LogValues, Observation } from './observations'
import { estimateNoise } from './value-noise'

const HOUR_MS = 3_600_000

/** What is wrong with one observation of a batch; row −1 is the posterior itself. */
export interface ObservationIssue {
  readonly row: number
  readonly message: string
}

export type UpdateResult =
  | { readonly kind: 'ok'; readonly posterior: Posterior }
  | { readonly kind: 'invalid'; readonly issues: readonly ObservationIssue[] }

const MAX_ISSUES = 20

function checkObservation(slots: ReadonlySet<string>, observation: Observation): string | null {
  const { impressions, successes, ageHours = 0, delayHours = 0, values } = observation
  if (!Number.isSafeInteger(impressions) || impressions < 0) {
    return 'Impressions must be a whole number of at least 0.'
  }
  if (!Number.isSafeInteger(successes) || successes < 0) {
    return 'Successes must be a whole number of at least 0.'
  }
  if (!(ageHours >= 0 && delayHours >= 0 && ageHours + delayHours < Infinity)) {
    return 'Ages and delays must be hours of at least 0.'
  }
  if (values && !areSums(values)) return 'The sums of the values contradict each other.'
  for (const slot of Object.keys(observation.assets)) {
    if (!slots.has(slot)) return `Unknown slot “${slot}”.`
  }
  return null
}

/** Cauchy-Schwarz, with room for rounding. */
const areSums = ({ count, sum, sumOfSquares }: LogValues) =>
  Number.isSafeInteger(count) &&
  count >= 0 &&
  sumOfSquares < Infinity &&
  sum * sum <= count * sumOfSquares * (1 + 1e-9)

function checkBatch(posterior: Posterior, batch: readonly Observation[]): ObservationIssue[] {
  const slots = new Set(posterior.slots)
  const issues: ObservationIssue[] = []
  for (const [row, observation] of batch.entries()) {
    const message = checkObservation(slots, observation)
    if (message) issues.push({ row, message })
    if (issues.length === MAX_ISSUES) break
  }
  return issues
}

export interface UpdateMoment {
  /** When the batch was read: needed where successes come late or evidence fades. */
  readonly nowMs: number
}

/**
 * Learns from one batch: the previous posterior is the prior, and the new one is the Laplace
 * approximation at the mode of
 * Σ successes·z − Σ impressions·log(1 + e^z) + log prior, z = the row's linear predictor;
 * the sizes of the families are estimated again once there is enough news.
 * Successes are a linear term, so a success may arrive in a later batch than its impression; where
 * the posterior has delays, those still expected are credited meanwhile (see `Delays`). The value
 * of successes is learnt by a model of its own. The order of the batch does not matter, bit for bit.
 *
 * A batch with a negative, fractional or non-finite count, or a slot this model does not know, is
 * refused as a whole, and so is a posterior without its evidence or with a broken one. New assets
 * and new feature values begin at their family's prior; features that the model does not use are
 * ignored, and a missing slot or feature contributes nothing.
 */
export function updatePosterior(
  before: Posterior,
  batch: readonly Observation[],
  moment?: UpdateMoment,
): UpdateResult {
  const issues = checkBatch(before, batch)
  if (!before.evidence) issues.push(issueOf('The posterior is without its evidence.'))
  if ((before.delays || before.memory) && !Number.isFinite(moment?.nowMs)) {
    issues.push(issueOf('Where time counts, the time of the batch is needed.'))
  }
  if (issues.length > 0) return { kind: 'invalid', issues }
  const rows = batch.filter(({ impressions, successes }) => impressions + successes > 0)
  if (rows.length === 0) return { kind: 'ok', posterior: before }
  const nowMs = moment?.nowMs ?? 0
  const posterior = forgetEvidence(before, nowMs)
  if (!posterior) return { kind: 'invalid', issues: [issueOf(BROKEN)] }

  const design = buildDesignMatrix(posterior, rows, true)
  const { linear, delays } = creditDelays(posterior, design, rows, nowMs)
  const model = learnBatch(posterior, design, { kind: 'logistic' }, { start: START_PRIORS, linear })
  const value = posterior.value && learnValues(posterior.value, rows)
  if (!model || value === null) return { kind: 'invalid', issues: [issueOf(BROKEN)] }
  return {
    kind: 'ok',
    posterior: {
      ...posterior,
      formatVersion: 3,
      ...model,
      ...(delays && { delays }),
      ...(value && { value }),
    },
  }
}

const issueOf = (message: string): ObservationIssue => ({ row: -1, message })
const BROKEN = 'The evidence of the posterior is broken: start from an older one.'

/** Brings the credit of successes still to come up to date, where there are such. */
function creditDelays(
  posterior: Posterior,
  design: DesignMatrix,
  rows: readonly Observation[],
  nowMs: number,
): { linear: ReadonlyMap<string, number>; delays?: Delays } {
  if (!posterior.delays) return { linear: new Map() }
  const total = (read: (row: Observation) => number | undefined) =>
    rows.reduce((sum, row) => sum + (read(row) ?? 0), 0)
  const impressions = total((row) => row.impressions)
  const meanAgeHours = impressions > 0 ? total((row) => row.ageHours) / impressions : 0
  return stepDelays(posterior.delays, {
    nowMs,
    shownAtMs: nowMs - meanAgeHours * HOUR_MS,
    expected: impressions > 0 ? expectByWeight(posterior, design) : new Map(),
    arrived: { count: total((row) => row.successes), sumHours: total((row) => row.delayHours) },
  })
}

/** Learns what successes are worth, on the scale of their logarithm. */
function learnValues(value: ValueModel, rows: readonly Observation[]): ValueModel | null {
  const valued = rows.flatMap(({ cell, assets, values }) =>
    values && values.count > 0
      ? [{ cell, assets, impressions: values.count, successes: values.sum }]
      : [],
  )
  if (valued.length === 0) return value
  const sumOfSquares = rows.reduce((sum, { values }) => sum + (values?.sumOfSquares ?? 0), 0)
  const known = { ...value, sumOfSquares: value.sumOfSquares + sumOfSquares }
  const design = buildDesignMatrix(value.model, valued, false)
  const noiseVariance = estimateNoise(known, valued)
  const model = learnBatch(
    value.model,
    design,
    { kind: 'gaussian', noiseVariance },
    { start: START_VALUE_PRIORS, linear: new Map() },
  )
  return model && { ...known, model }
}

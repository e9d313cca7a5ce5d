import { z } from 'zod'
import { packedLength } from '@/lib/math/symmetric-matrix'
import { createDelays, delaysSchema } from './delays'
import {
  familyOf,
  interactionKey,
  mainKey,
  pairKey,
  SIZED_FAMILIES,
  WEIGHT_KEY_PATTERN,
} from './weight-key'
import type { SizedFamily } from './weight-key'

const varianceSchema = z.number().gt(0).max(100)

/**
 * Prior variances on the logit scale: the size of each family of weights. All but the intercept
 * centre on 0, so a new asset begins as the average of its slot and a new segment as the campaign.
 */
export const priorsSchema = z.object({
  intercept: z.object({ mean: z.number().min(-20).max(20), variance: varianceSchema }),
  context: varianceSchema,
  main: varianceSchema,
  interaction: varianceSchema,
  pair: varianceSchema,
})
export type Priors = z.infer<typeof priorsSchema>

/**
 * Mean of one weight, and its precision (1/variance) were the others known, on the logit scale.
 */
export const gaussianSchema = z.tuple([z.number(), z.number().gt(0)])
export type Gaussian = z.infer<typeof gaussianSchema>

const keySchema = z.string().regex(WEIGHT_KEY_PATTERN)
const nameSchema = z.string().min(1).max(100)

/**
 * What the data says of the weights that are held jointly, without the prior: the sum of
 * n·p·(1 − p)·x·xᵀ over all that was seen, packed (lib/math/symmetric-matrix).
 */
export const evidenceSchema = z
  .object({
    keys: z.array(keySchema).max(20_000),
    information: z.custom<Float64Array>((value) => value instanceof Float64Array),
    /** Impressions when the sizes of the families were last estimated. */
    sizedAt: z.number().min(0),
  })
  .refine(({ keys, information }) => information.length === packedLength(keys.length), {
    message: 'The information does not have one row for each key.',
  })
  .refine(({ information }) => information.every(Number.isFinite), {
    message: 'The information holds something that is not a number.',
  })
export type Evidence = z.infer<typeof evidenceSchema>

export const modelSchema = z.object({
  slots: z.array(nameSchema).min(1).max(100),
  features: z.array(nameSchema).max(100),
  /** Sizes of the families as learned so far; of a weight never seen this is all that is believed. */
  priors: priorsSchema,
  /** Everything ever learnt from, and what succeeded (in a value model: values, and their sum). */
  totals: z.object({ impressions: z.number().min(0), successes: z.number() }),
  /** Only weights that data has touched; any other one is still at its family's prior. */
  weights: z.record(keySchema, gaussianSchema),
  /** Missing in the compact form that serves: enough to draw from, not to learn on. */
  evidence: evidenceSchema.optional(),
})

/** A generalised linear model of the assets shown and the context cell, with a Gaussian posterior. */
export type Model = z.infer<typeof modelSchema>

/** The logarithm of what a success is worth: a Gaussian model without pairs. */
export const valueModelSchema = z.object({
  model: modelSchema,
  /** Sum of the squares of all logarithms, for the variance around their mean. */
  sumOfSquares: z.number().min(0),
})
export type ValueModel = z.infer<typeof valueModelSchema>

export const posteriorSchema = modelSchema.extend({
  /** Draws of small models settle later in 2 (`compile-policy.ts`). */
  formatVersion: z.union([z.literal(2), z.literal(3)]),
  /** Where successes come late; missing where they come at once, and in the compact form. */
  delays: delaysSchema.optional(),
  /** Where the world drifts; missing where nothing is forgotten, and in the compact form. */
  memory: z
    .object({ halfLifeHours: z.number().gt(0), forgottenAtMs: z.number().nullable() })
    .optional(),
  /** Where what counts is the value of a success, not only that there is one. */
  value: valueModelSchema.optional(),
})

/**
 * What is believed about one campaign: a Bayesian logistic regression of success on the assets
 * shown and the context cell, its posterior a Gaussian (Laplace). logit p = intercept
 * + Σ context[feature=value] + Σ over slots (main[slot, asset] + Σ interaction[slot, asset,
 * feature=value]) + Σ over pairs of slots pair[slot, asset, slot', asset'].
 */
export type Posterior = z.infer<typeof posteriorSchema>

/**
 * Where the sizes of the families start: standard deviations of 0.2 for the context and for an
 * asset, 0.13 for an asset in a context, 0.1 for two assets together: between the mild and the
 * strong worlds of the house's simulator. The intercept says "around 2 %, from 0.04 % to 50 %".
 */
export const START_PRIORS: Priors = {
  intercept: { mean: -3.9, variance: 4 },
  context: 0.04,
  main: 0.04,
  interaction: 0.0169,
  pair: 0.01,
}

/**
 * Where a value model starts: an element changes what a success is worth by some 10 %. The
 * intercept is the logarithm of an amount in micros, of which nothing is known.
 */
export const START_VALUE_PRIORS: Priors = {
  intercept: { mean: 0, variance: 100 },
  context: 0.01,
  main: 0.01,
  interaction: 0.0025,
  pair: 0.0025,
}

/** A posterior that has seen nothing. Duplicate slots or features and bad priors throw. */
export function createPosterior(options: {
  slots: readonly string[]
  features: readonly string[]
  priors?: Priors
  /** Successes may come up to so many hours late. Without it they come at once. */
  windowHours?: number
  /** Evidence of so many hours ago counts half. Without it nothing is forgotten. */
  halfLifeHours?: number
  /** Whether what counts is the value of a success. */
  hasValue?: boolean
}): Posterior {
  const { slots, features, priors = START_PRIORS, windowHours, halfLifeHours, hasValue } = options
  if (new Set(slots).size < slots.length || new Set(features).size < features.length) {
    throw new RangeError('Slots and features of a posterior must be distinct.')
  }
  const model = {
    slots: [...slots],
    features: [...features],
    priors,
    totals: { impressions: 0, successes: 0 },
    weights: {},
    evidence: { keys: [], information: new Float64Array(0), sizedAt: 0 },
  }
  return posteriorSchema.parse({
    formatVersion: 3,
    ...model,
    ...(windowHours !== undefined && { delays: createDelays(windowHours) }),
    ...(halfLifeHours !== undefined && { memory: { halfLifeHours, forgottenAtMs: null } }),
    ...(hasValue && {
      value: { model: { ...model, priors: START_VALUE_PRIORS }, sumOfSquares: 0 },
    }),
  })
}

/** The belief of a weight before any data: its family's prior. */
export function priorOf(priors: Priors, key: string): Gaussian {
  const family = familyOf(key)
  if (family === 'intercept') return [priors.intercept.mean, 1 / priors.intercept.variance]
  return [0, 1 / priors[family]]
}

/** What is believed of one weight: the learnt Gaussian, or its family's prior if never touched. */
export function weightOf(posterior: Pick<Model, 'weights' | 'priors'>, key: string): Gaussian {
  const learnt = Object.hasOwn(posterior.weights, key) ? posterior.weights[key] : undefined
  return learnt ?? priorOf(posterior.priors, key)
}

/** Value of a context feature in a cell; undefined when the cell does not tell. */
export function featureValue(
  cell: Readonly<Record<string, string>>,
  feature: string,
): string | undefined {
  return Object.hasOwn(cell, feature) ? cell[feature] : undefined
}

/** Keys of the weights with which one asset of a slot speaks in one cell: main, then interactions. */
export function assetKeys(
  posterior: Pick<Model, 'features'>,
  slot: string,
  assetId: string,
  cell: Readonly<Record<string, string>>,
): string[] {
  const keys = [mainKey(slot, assetId)]
  for (const feature of posterior.features) {
    const value = featureValue(cell, feature)
    if (value !== undefined) keys.push(interactionKey(slot, assetId, feature, value))
  }
  return keys
}

/** Key of two assets together, in the order of the posterior's slots. */
export function pairKeyOf(
  posterior: Pick<Model, 'slots'>,
  one: { readonly slot: string; readonly assetId: string },
  other: { readonly slot: string; readonly assetId: string },
): string {
  const isInOrder = posterior.slots.indexOf(one.slot) < posterior.slots.indexOf(other.slot)
  const [first, second] = isInOrder ? [one, other] : [other, one]
  return pairKey(first.slot, first.assetId, second.slot, second.assetId)
}

/** Standard deviation of each sized family, on the logit scale. */
export function familyDeviations({ priors }: Pick<Model, 'priors'>): Record<SizedFamily, number> {
  const [context, main, interaction, pair] = SIZED_FAMILIES.map((key) => Math.sqrt(priors[key]))
  return { context: context ?? 0, main: main ?? 0, interaction: interaction ?? 0, pair: pair ?? 0 }
}

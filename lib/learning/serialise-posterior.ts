import { z } from 'zod'
import { factorise, packedIndex } from '@/lib/math/symmetric-matrix'
import {
  START_PRIORS,
  evidenceSchema,
  modelSchema,
  posteriorSchema,
  priorOf,
  valueModelSchema,
} from './posterior'
import type { Model, Posterior } from './posterior'

export type ParsedPosterior =
  | { readonly kind: 'ok'; readonly posterior: Posterior }
  | { readonly kind: 'invalid'; readonly issues: readonly string[] }

/** As evidence is written: the packed matrix as a plain list. */
const storedEvidenceSchema = z
  .object({
    keys: evidenceSchema.shape.keys,
    information: z
      .array(z.number())
      .transform((entries): Float64Array => Float64Array.from(entries)),
    sizedAt: evidenceSchema.shape.sizedAt,
  })
  .pipe(evidenceSchema)

const storedModelSchema = modelSchema
  .extend({ evidence: storedEvidenceSchema.optional() })
  .refine(hasSoundEvidence, { message: 'The information is not that of any data.' })

const storedSchema = posteriorSchema
  .extend({
    evidence: storedEvidenceSchema.optional(),
    value: valueModelSchema.extend({ model: storedModelSchema }).optional(),
  })
  .refine(hasSoundEvidence, { message: 'The information is not that of any data.' })

function toJson({ slots, features, priors, totals, weights, evidence }: Model) {
  const { intercept, context, main, interaction, pair } = priors
  return {
    slots,
    features,
    priors: {
      intercept: { mean: intercept.mean, variance: intercept.variance },
      context,
      main,
      interaction,
      pair,
    },
    totals: { impressions: totals.impressions, successes: totals.successes },
    weights: Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(evidence && {
      evidence: {
        keys: evidence.keys,
        information: [...evidence.information],
        sizedAt: evidence.sizedAt,
      },
    }),
  }
}

/**
 * The posterior as compact JSON with weights in one order, so that equal posteriors have equal
 * bytes. Numbers keep all their digits: parsing gives the identical posterior.
 */
export function serialisePosterior(posterior: Posterior): string {
  const { formatVersion, delays, memory, value } = posterior
  return JSON.stringify({
    formatVersion,
    ...toJson(posterior),
    ...(delays && { delays }),
    ...(memory && { memory }),
    ...(value && { value: { model: toJson(value.model), sumOfSquares: value.sumOfSquares } }),
  })
}

/** Reads what `serialisePosterior` wrote; anything else is `invalid` and says why, never throws. */
export function parsePosterior(text: string): ParsedPosterior {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'invalid', issues: ['Not JSON.'] }
  }
  const parsed = storedSchema.safeParse(upgrade(value))
  if (!parsed.success) {
    return {
      kind: 'invalid',
      issues: parsed.error.issues
        .slice(0, 10)
        .map(({ path, message }) => `${path.join('.')}: ${message}`),
    }
  }
  return { kind: 'ok', posterior: parsed.data }
}

/** Format 1 knew no pairs and kept no evidence. */
function upgrade(value: unknown): unknown {
  const old = firstFormatSchema.safeParse(value)
  if (!old.success) return value
  return { ...old.data, formatVersion: 2, priors: { ...old.data.priors, pair: START_PRIORS.pair } }
}

const firstFormatSchema = z.looseObject({
  formatVersion: z.literal(1),
  priors: z.record(z.string(), z.unknown()),
})

/** Information plus prior must be a precision: positive definite. */
function hasSoundEvidence({ evidence, priors }: Pick<Model, 'evidence' | 'priors'>): boolean {
  if (!evidence) return true
  const precision = evidence.information.slice()
  for (const [index, key] of evidence.keys.entries()) {
    const entry = packedIndex(index, index)
    precision[entry] = (precision[entry] ?? 0) + priorOf(priors, key)[1]
  }
  return factorise(precision, evidence.keys.length) !== null
}

/** The compact form that serves: enough to draw from and to show, not to learn on. */
export function withoutEvidence(whole: Posterior): Posterior {
  const { evidence: _, delays: __, memory: ___, ...posterior } = whole
  const { value } = posterior
  if (!value) return posterior
  const { evidence: ____, ...model } = value.model
  return { ...posterior, value: { ...value, model } }
}

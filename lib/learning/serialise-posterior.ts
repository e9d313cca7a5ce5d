import { posteriorSchema } from './posterior'
import type { Posterior } from './posterior'

export type ParsedPosterior =
  | { readonly kind: 'ok'; readonly posterior: Posterior }
  | { readonly kind: 'invalid'; readonly issues: readonly string[] }

/**
 * The posterior as compact JSON with weights in one order, so that equal posteriors have equal
 * bytes. Numbers keep all their digits: parsing gives the identical posterior.
 */
export function serialisePosterior(posterior: Posterior): string {
  const { formatVersion, slots, features, priors, totals, weights } = posterior
  const { intercept, context, main, interaction } = priors
  return JSON.stringify({
    formatVersion,
    slots,
    features,
    priors: {
      intercept: { mean: intercept.mean, variance: intercept.variance },
      context,
      main,
      interaction,
    },
    totals: { impressions: totals.impressions, successes: totals.successes },
    weights: Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))),
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
  const parsed = posteriorSchema.safeParse(value)
  if (parsed.success) return { kind: 'ok', posterior: parsed.data }
  return {
    kind: 'invalid',
    issues: parsed.error.issues
      .slice(0, 10)
      .map(({ path, message }) => `${path.join('.')}: ${message}`),
  }
}

import { z } from 'zod'
import { estimateSelfNormalized } from '@/lib/experiments/off-policy/estimate-by-weights'
import { judgeSupport } from '@/lib/experiments/off-policy/judge-support'
import { findEffectiveSampleSize } from '@/lib/experiments/off-policy/weighted-sums'
import type { WeightedSums } from '@/lib/experiments/off-policy/weighted-sums'

/** Sums over the impressions of an element with the weights 1 / propensity, as the rollups hold them. */
export interface ElementWeights {
  readonly w: number
  readonly ww: number
  readonly clickWr: number
  readonly clickWwr: number
  readonly conversionWr: number
  readonly conversionWwr: number
  readonly conversionWwrr: number
}

export const NO_ELEMENT_WEIGHTS: ElementWeights = {
  w: 0,
  ww: 0,
  clickWr: 0,
  clickWwr: 0,
  conversionWr: 0,
  conversionWwr: 0,
  conversionWwrr: 0,
}

export const WEIGHT_NAMES = Object.keys(NO_ELEMENT_WEIGHTS) as (keyof ElementWeights)[]

const correctedRateSchema = z.object({
  value: z.number(),
  /** 95 %, for one look. */
  interval: z.object({ lower: z.number(), upper: z.number() }),
  /** Why not to rely on it yet, in plain words; null where there is enough to go by. */
  warning: z.string().nullable(),
})
export type CorrectedRate = z.infer<typeof correctedRateSchema>

export const correctedElementSchema = z.object({
  /** Null where nothing was weighed. */
  clickThroughRate: correctedRateSchema.nullable(),
  conversionsPerImpression: correctedRateSchema.nullable(),
  /** As many evenly shown impressions would tell as much. */
  effectiveImpressions: z.number(),
  /**
   * Share of the slot's impressions in which rules let the element be shown, estimated; null where
   * it can't be told from all of them. Only elements with the same traffic are comparable.
   */
  eligibleShare: z.number().nullable(),
})
export type CorrectedElement = z.infer<typeof correctedElementSchema>

/**
 * What an element's rates would be, had it been shown every time that it could have been, with the
 * rest of the ad chosen as it was beside it: the self-normalised estimate from the exact chance
 * with which each of its impressions was drawn. Raw rates of elements don't tell that, since the
 * learner shows an element more often to those whom it suits. `slotImpressions` are those of all
 * elements of the slot.
 */
export function correctElement(
  weights: ElementWeights,
  impressions: number,
  slotImpressions: number,
): CorrectedElement {
  const { w, ww, clickWr, clickWwr, conversionWr, conversionWwr, conversionWwrr } = weights
  const shown = { n: impressions, w, ww }
  return {
    clickThroughRate: correctRate(
      // Nobody clicks twice: the reward is its own square.
      { ...shown, wr: clickWr, wwr: clickWwr, wwrr: clickWwr },
      'click',
    ),
    conversionsPerImpression: correctRate(
      { ...shown, wr: conversionWr, wwr: conversionWwr, wwrr: conversionWwrr },
      'conversion',
    ),
    effectiveImpressions: findEffectiveSampleSize({ ...shown, wr: 0, wwr: 0, wwrr: 0 }),
    eligibleShare: estimateEligibleShare(weights, slotImpressions),
  }
}

function correctRate(sums: WeightedSums, success: string): CorrectedRate | null {
  const estimate = estimateSelfNormalized(sums, { unit: 'rate' })
  if (estimate.kind !== 'ok') return null
  const { value, lower, upper } = estimate
  const support = judgeSupport(sums, { unit: 'rate', success })
  const warning = support.kind === 'thin' ? support.sentence : null
  return { value, interval: { lower, upper }, warning }
}

/**
 * Each impression stands for 1 / propensity occasions on which the element could have been shown,
 * so their sum over the slot's impressions estimates that share (Horvitz & Thompson).
 */
function estimateEligibleShare({ w, ww }: ElementWeights, slotImpressions: number): number | null {
  if (slotImpressions === 0) return null
  const share = w / slotImpressions
  const standardError = Math.sqrt(Math.max(0, ww - w)) / slotImpressions
  return share + 3 * standardError < 1 ? share : null
}

import type { SlotAssets } from './draw-rates'
import { featureValue, pairKeyOf, weightOf } from './posterior'
import type { Posterior } from './posterior'
import { familyOf, interactionKey, mainKey } from './weight-key'

/**
 * One term of the model that spoke for or against an asset in its slot. `effect`: how much it
 * changes the success rate (where the value of a success counts, what an impression earns) against
 * the slot's average candidate, as a ratio (0.12 is +12 %);
 * `lower` and `upper` hold it with 90 % were everything else known.
 */
export type Term = { readonly effect: number; readonly lower: number; readonly upper: number } & (
  | { readonly kind: 'main' }
  | { readonly kind: 'interaction'; readonly feature: string; readonly value: string }
  | { readonly kind: 'pair'; readonly otherSlot: string; readonly otherAssetId: string }
)

export interface ExplainedChoice {
  readonly slot: string
  readonly assetId: string
  /** All terms together, as a ratio. */
  readonly effect: number
  /** The largest first. */
  readonly terms: readonly Term[]
  /** Whether the model's mean gives no candidate of the slot more. */
  readonly isBestGuess: boolean
}

const MULTIPLIER_90 = 1.6449

/** Logit of one kind of term of an asset: mean and variance. */
interface Contribution {
  readonly mean: number
  readonly variance: number
}

/** Rare successes: a difference of logits is the logarithm of a ratio of rates. */
const toRatio = (logit: number) => Math.expm1(logit)

/**
 * Which terms made the model like or dislike each chosen asset: its own effect, its interactions
 * with the cell, its pairs with the other chosen assets, each against the average of the slot's
 * candidates.
 */
export function explainChoice(
  posterior: Posterior,
  candidates: readonly SlotAssets[],
  cell: Readonly<Record<string, string>>,
  assets: Readonly<Record<string, string>>,
): ExplainedChoice[] {
  return candidates.flatMap(({ slot, assetIds }) => {
    const assetId = featureValue(assets, slot)
    if (assetId === undefined || !assetIds.includes(assetId)) return []
    const kinds = listKinds(posterior, slot, cell, assets)
    const values = kinds.map(({ keyOf }) => assetIds.map((id) => read(posterior, keyOf(id))))
    const totals = assetIds.map((_, index) =>
      values.reduce((sum, kind) => sum + (kind[index]?.mean ?? 0), 0),
    )
    const chosen = assetIds.indexOf(assetId)
    const terms = kinds.map(({ describe }, kind) => ({
      ...describe,
      ...compare(values[kind] ?? [], chosen),
    }))
    const average = totals.reduce((sum, total) => sum + total, 0) / totals.length
    return {
      slot,
      assetId,
      effect: toRatio((totals[chosen] ?? 0) - average),
      terms: terms.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
      isBestGuess: totals.every((total) => total <= (totals[chosen] ?? 0)),
    }
  })
}

type Description =
  | { kind: 'main' }
  | { kind: 'interaction'; feature: string; value: string }
  | { kind: 'pair'; otherSlot: string; otherAssetId: string }

/** The kinds of terms that speak in a slot, and the weight of each asset in each of them. */
function listKinds(
  posterior: Posterior,
  slot: string,
  cell: Readonly<Record<string, string>>,
  assets: Readonly<Record<string, string>>,
): { describe: Description; keyOf: (assetId: string) => string }[] {
  const interactions = posterior.features.flatMap((feature) => {
    const value = featureValue(cell, feature)
    if (value === undefined) return []
    const keyOf = (assetId: string) => interactionKey(slot, assetId, feature, value)
    return [{ describe: { kind: 'interaction' as const, feature, value }, keyOf }]
  })
  const pairs = posterior.slots.flatMap((otherSlot) => {
    const otherAssetId = featureValue(assets, otherSlot)
    if (otherSlot === slot || otherAssetId === undefined) return []
    const partner = { slot: otherSlot, assetId: otherAssetId }
    const keyOf = (assetId: string) => pairKeyOf(posterior, { slot, assetId }, partner)
    return [{ describe: { kind: 'pair' as const, otherSlot, otherAssetId }, keyOf }]
  })
  const main = { describe: { kind: 'main' as const }, keyOf: (id: string) => mainKey(slot, id) }
  return [main, ...interactions, ...pairs]
}

function read(posterior: Posterior, key: string): Contribution {
  const [mean, precision] = weightOf(posterior, key)
  if (!posterior.value || familyOf(key) === 'pair') return { mean, variance: 1 / precision }
  // What it does to the value of a success, of which the model knows no pairs.
  const [worth, worthPrecision] = weightOf(posterior.value.model, key)
  return { mean: mean + worth, variance: 1 / precision + 1 / worthPrecision }
}

/** One candidate against the average of all of them, itself included. */
function compare(values: readonly Contribution[], chosen: number) {
  const count = values.length
  let mean = 0
  let variance = 0
  for (const [index, value] of values.entries()) {
    const factor = (index === chosen ? 1 : 0) - 1 / count
    mean += factor * value.mean
    variance += factor * factor * value.variance
  }
  const margin = MULTIPLIER_90 * Math.sqrt(variance)
  return { effect: toRatio(mean), lower: toRatio(mean - margin), upper: toRatio(mean + margin) }
}

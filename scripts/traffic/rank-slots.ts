import { kendallTau } from './kendall-tau'
import type { Tally } from './tally'
import type { ShownAsset, Truth } from './truth'

/** What is needed of the learner's beliefs. */
export interface BelievedRates {
  readonly slots: readonly {
    readonly slot: string
    readonly assets: readonly {
      readonly assetId: string
      readonly rate: { readonly mean: number }
    }[]
  }[]
}

/** How close the learned order of a slot's elements is to the true one. */
export interface SlotRanking {
  readonly slot: string
  /** Elements compared: those that no rule keeps for a segment. */
  readonly elements: number
  /** Null where the learner's beliefs are not known. */
  readonly kendallTau: number | null
  readonly trueBest: string
  readonly learnedBest: string | null
  readonly isBestFound: boolean
}

/** Compares what the learner believes of each slot with the truth of the viewers there were. */
export function rankSlots(
  tally: Tally,
  truth: Truth,
  beliefs: BelievedRates | null,
): SlotRanking[] {
  return [...tally.unrestricted].map(([slot, shown]) => {
    const assets = [...shown.values()]
    const effects = trueEffects(tally, truth, slot, assets)
    const rates = learnedRates(tally, slot, assets, beliefs)
    const trueBest = assets[indexOfMax(effects)]?.label ?? ''
    const learnedBest = rates ? (assets[indexOfMax(rates)]?.label ?? null) : null
    return {
      slot,
      elements: assets.length,
      kendallTau: rates ? kendallTau(effects, rates) : null,
      trueBest,
      learnedBest,
      isBestFound: learnedBest === trueBest,
    }
  })
}

/** What each asset truly adds, summed over the impressions by the circumstances they came in. */
export function trueEffects(
  tally: Tally,
  truth: Truth,
  slot: string,
  assets: readonly ShownAsset[],
): number[] {
  return assets.map((asset) =>
    [...tally.situations.values()].reduce(
      (effect, { circumstances, impressions }) =>
        effect + impressions * truth.effectOf(slot, asset, circumstances),
      0,
    ),
  )
}

/** Null unless the learner has a belief of every one of the assets. */
function learnedRates(
  tally: Tally,
  slot: string,
  assets: readonly ShownAsset[],
  beliefs: BelievedRates | null,
): number[] | null {
  const believed = beliefs?.slots.find((one) => one.slot === slot)?.assets ?? []
  const labels = tally.labels.get(slot)
  const rateOf = new Map(believed.map(({ assetId, rate }) => [labels?.get(assetId), rate.mean]))
  const rates = assets.flatMap(({ label }) => rateOf.get(label) ?? [])
  return rates.length === assets.length ? rates : null
}

export function indexOfMax(values: readonly number[]): number {
  return values.reduce(
    (best, value, index) => (value > (values[best] ?? -Infinity) ? index : best),
    0,
  )
}

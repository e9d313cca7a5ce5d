/** Assets that may be drawn in each slot, with the weight that `prefer` rules gave them (1 = none). */
export interface SlotCandidates {
  readonly slot: string
  readonly assetIds: readonly string[]
  readonly weights: readonly number[]
}

/** The learner's view of one slot in one context cell: exact probabilities that sum to 1. */
export interface SlotDistribution {
  readonly slot: string
  readonly assetIds: readonly string[]
  readonly probabilities: readonly number[]
}

/**
 * A learned policy as the engine sees it. `distributions` must be a pure function of
 * (version, cell, candidates): replay asks it again and must get the same numbers.
 * Slots are independent given the cell, so a combination's probability is the product.
 */
export interface Policy {
  readonly version: number
  distributions(
    cell: Readonly<Record<string, string>>,
    candidates: readonly SlotCandidates[],
  ): readonly SlotDistribution[]
}

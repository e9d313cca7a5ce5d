import type { PolicyTable } from './policy-table'

/** Assets that may be drawn in each slot, with the weight that `prefer` rules gave them (1 = none). */
export interface SlotCandidates {
  readonly slot: string
  readonly assetIds: readonly string[]
  readonly weights: readonly number[]
}

/**
 * A learned policy as the engine sees it. `tableOf` must be a pure function of
 * (version, cell, candidates): replay asks it again and must get the same numbers. Null if no
 * combination of the candidates is allowed. May throw: the engine then shows the benchmark.
 */
export interface Policy {
  readonly version: number
  tableOf(
    cell: Readonly<Record<string, string>>,
    candidates: readonly SlotCandidates[],
  ): PolicyTable | null
}

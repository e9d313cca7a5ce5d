import type { PolicyTable } from './policy-table'

/** Assets that may be drawn in each slot, with the weight that `prefer` rules gave them (1 = none). */
export interface SlotCandidates {
  readonly slot: string
  readonly assetIds: readonly string[]
  readonly weights: readonly number[]
}

export type Cell = Readonly<Record<string, string>>

/**
 * A learned policy as the engine sees it. `tableOf` must be a pure function of
 * (version, cell, candidates): replay asks it again and must get the same numbers. Null if no
 * combination of the candidates is allowed. May throw: the engine then shows the benchmark.
 */
export interface Policy {
  readonly version: number
  tableOf(cell: Cell, candidates: readonly SlotCandidates[]): PolicyTable | null
}

/** A policy that remembers its tables. */
export interface RememberingPolicy extends Policy {
  /** What `tableOf` would answer, if it needs no work; undefined if it does. */
  findTable(cell: Cell, candidates: readonly SlotCandidates[]): PolicyTable | null | undefined
}

/**
 * Policies of several versions, of which one answers: what serves while a new version is being
 * compiled. The record keeps the version that answered. `version` is the newest.
 */
export interface PolicyMix {
  readonly version: number
  answer(
    cell: Cell,
    candidates: readonly SlotCandidates[],
  ): { readonly version: number; readonly table: PolicyTable | null }
}

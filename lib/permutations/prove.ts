import { type Box, boxHolds, type Domains, narrowToBox, type Row } from './box'
import { countRows, countRowsAbove } from './count-rows'
import { findRow } from './find-row'
import { maximiseSum, sumOf, type Weights } from './maximise-sum'
import { findBoxWitness } from './find-box-witness'
import { findSumWitness } from './find-sum-witness'
import type { Space } from './space'
import { benchmarkWitness, type Witness } from './witness'

/**
 * What a guardrail forbids: combinations that lie in any of some boxes, or whose assets add up to
 * more than a limit (weights are 0 or more).
 */
export type Violation =
  | { readonly kind: 'boxes'; readonly boxes: readonly Box[] }
  | { readonly kind: 'sum'; readonly weights: Weights; readonly limit: number }

export type Proof =
  | { readonly state: 'holds' }
  | {
      readonly state: 'violated'
      /** Of the reachable combinations, how many are violating; null where they can't be counted. */
      readonly count: number | null
      readonly witness: Witness
    }
  /** The pairs of the campaign are too entangled to tell. */
  | { readonly state: 'undecided' }

/**
 * Proves that no reachable combination violates a guardrail, or finds a smallest one that does:
 * exactly, over every combination, without listing any.
 */
export function prove(space: Space, violation: Violation): Proof {
  return violation.kind === 'boxes'
    ? proveBoxes(space, violation.boxes)
    : proveSum(space, violation.weights, violation.limit)
}

/** How many combinations are reachable, the static ad included; null where they can't be counted. */
export function countReachable(space: Space): number | null {
  const drawn = countRows(space.domains, space.excluded)
  return drawn === null ? null : drawn + (isExtra(space) ? 1 : 0)
}

function proveBoxes(space: Space, boxes: readonly Box[]): Proof {
  const { domains, excluded, benchmark } = space
  const live: Box[] = []
  for (const box of boxes) {
    const found = findRow(narrowToBox(domains, box), excluded)
    if (found.kind === 'undecided') return { state: 'undecided' }
    if (found.kind === 'found') live.push(box)
  }
  const broken = benchmark && boxes.filter((box) => boxHolds(box, benchmark))
  if (live.length === 0) {
    if (!benchmark || !broken || broken.length === 0) return { state: 'holds' }
    return { state: 'violated', count: 1, witness: benchmarkWitness(benchmark, space, broken) }
  }
  const all = countRows(domains, excluded)
  const spared = countRows(domains, [...excluded, ...live])
  const extra = broken && broken.length > 0 && isExtra(space) ? 1 : 0
  const witness = findBoxWitness(space, boxes, live)
  if (!witness) return { state: 'undecided' }
  return {
    state: 'violated',
    count: all === null || spared === null ? null : all - spared + extra,
    witness,
  }
}

function proveSum(space: Space, weights: Weights, limit: number): Proof {
  const { domains, excluded, benchmark } = space
  const largest = maximiseSum(domains, excluded, weights, limit)
  if (largest.kind === 'undecided') return { state: 'undecided' }
  const isBenchmarkOver = benchmark !== null && sumOf(benchmark, weights) > limit
  if (largest.kind === 'none') {
    if (!benchmark || !isBenchmarkOver) return { state: 'holds' }
    return { state: 'violated', count: 1, witness: sumBenchmarkWitness(benchmark) }
  }
  const count = countRowsAbove(domains, excluded, weights, limit)
  return {
    state: 'violated',
    count: count === null ? null : count + (isBenchmarkOver && isExtra(space) ? 1 : 0),
    witness: findSumWitness(space, weights, limit) ?? toWitness(largest.row),
  }
}

/** Whether the static ad is none of the combinations that are drawn. */
function isExtra({ domains, excluded, benchmark }: Space): boolean {
  if (!benchmark) return false
  return !isDrawn(domains, excluded, benchmark)
}

function isDrawn(domains: Domains, excluded: readonly Box[], row: Row): boolean {
  return (
    domains.every((domain, slot) => domain[row[slot] ?? -1] === 1) &&
    !excluded.some((box) => boxHolds(box, row))
  )
}

function toWitness(row: Row): Witness {
  return { slots: [...row.keys()], row, isBenchmark: false }
}

function sumBenchmarkWitness(row: Row): Witness {
  return { ...toWitness(row), isBenchmark: true }
}

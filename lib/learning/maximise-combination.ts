import type { CompiledConstraints, Rows } from '@/lib/decision/compile-constraints'
import type { CombinationValues } from './combination-values'

/** As many combinations are still looked at one by one. */
const MAX_ENUMERATED = 600
const RESTARTS = 3
/** Hill climbing ends long before it; a guard against values that are not finite. */
const MAX_SWEEPS = 50

/** Writes the allowed combination of the largest value into `picks`. */
export type Maximise = (values: CombinationValues, picks: Uint16Array) => void

/**
 * How to maximise over the allowed combinations of one list of candidates: exactly where they are
 * few, otherwise by coordinate ascent from the best assets taken one by one and from some random
 * combinations (Hill et al., "An Efficient Bandit Algorithm for Realtime Multivariate
 * Optimization", KDD 2017, algorithm 2). Slots that constraints tie together are moved together.
 * Deterministic given the seed.
 */
export function createMaximiser(constraints: CompiledConstraints, seed: number): Maximise {
  const rows = constraints.listRows(MAX_ENUMERATED)
  if (rows) return (values, picks) => enumerate(rows, values, picks)
  // A few draws' worth of starts, used in turn.
  const starts = constraints.drawRows(RESTARTS * 64, seed)
  let turn = 0
  return (values, picks) => {
    let bestValue = -Infinity
    const row = new Uint16Array(picks.length)
    for (let restart = 0; restart <= RESTARTS; restart++) {
      if (restart === 0) startGreedily(constraints, values, row)
      else {
        const start = (turn++ % starts.count) * picks.length
        row.set(starts.picks.subarray(start, start + picks.length))
      }
      climb(constraints, values, row)
      const value = values.valueOf(row)
      if (value <= bestValue) continue
      bestValue = value
      picks.set(row)
    }
  }
}

function enumerate({ count, picks: all }: Rows, values: CombinationValues, picks: Uint16Array) {
  const width = picks.length
  let best = 0
  let bestValue = -Infinity
  for (let row = 0; row < count; row++) {
    const value = values.valueOf(all, row * width)
    if (value <= bestValue) continue
    bestValue = value
    best = row
  }
  picks.set(all.subarray(best * width, (best + 1) * width))
}

function startGreedily(
  constraints: CompiledConstraints,
  values: CombinationValues,
  row: Uint16Array,
): void {
  for (let slot = 0; slot < row.length; slot++) {
    let bestValue = -Infinity
    for (const asset of constraints.possible[slot] ?? []) {
      const value = values.ownValue(slot, asset)
      if (value <= bestValue) continue
      bestValue = value
      row[slot] = asset
    }
  }
  constraints.repair(row)
}

function climb(constraints: CompiledConstraints, values: CombinationValues, row: Uint16Array) {
  const tied = new Set(constraints.groups.filter((group) => group.length > 1).flat())
  const trial = new Uint16Array(row.length)
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isMoved = false
    for (let slot = 0; slot < row.length; slot++) {
      const move = tied.has(slot) ? moveTied : moveFree
      if (move(constraints, values, row, slot, trial)) isMoved = true
    }
    if (!isMoved) return
  }
}

function moveFree(
  { possible }: CompiledConstraints,
  values: CombinationValues,
  row: Uint16Array,
  slot: number,
): boolean {
  const before = row[slot] ?? 0
  const worth = values.valuesIn(row, slot)
  let best = before
  let bestValue = worth[before] ?? -Infinity
  for (const asset of possible[slot] ?? []) {
    const value = worth[asset] ?? -Infinity
    if (value <= bestValue) continue
    bestValue = value
    best = asset
  }
  row[slot] = best
  return best !== before
}

/** Moves a slot and whatever must move with it. */
function moveTied(
  constraints: CompiledConstraints,
  values: CombinationValues,
  row: Uint16Array,
  slot: number,
  trial: Uint16Array,
): boolean {
  let bestValue = values.valueOf(row)
  let best: Uint16Array | null = null
  for (const asset of constraints.possible[slot] ?? []) {
    trial.set(row)
    if (asset === row[slot] || !constraints.place(trial, slot, asset)) continue
    const value = values.valueOf(trial)
    if (value <= bestValue) continue
    bestValue = value
    best = trial.slice()
  }
  if (best) row.set(best)
  return best !== null
}

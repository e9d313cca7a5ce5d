import type { PolicyTable } from '@/lib/decision/policy-table'
import { shareOut } from './share-out'

/** The table that serves in a context cell, and how much the cell weighs. */
export interface WeightedTable {
  readonly table: PolicyTable
  readonly weight: number
}

/** Shares of ads, 0 to 1. */
export interface Exploration {
  /** Ads that show something else than what their context's favourite is. */
  readonly exploring: number
  /** The part of these that the campaign's floor makes sure of, however much is learnt. */
  readonly floor: number
}

export interface ExplorationSummary {
  /** Of each slot, the chance of each of its assets. */
  readonly chances: readonly (readonly number[])[]
  readonly slots: readonly Exploration[]
  /** Ads in which at least one slot explores. */
  readonly exploringAds: number
}

const indexOfMax = (values: ArrayLike<number>) => {
  let best = 0
  for (let index = 1; index < values.length; index++) {
    if ((values[index] ?? 0) > (values[best] ?? 0)) best = index
  }
  return best
}

/**
 * How the policy spends its ads in some cells: the chance of each asset, and what it spends on
 * finding out. The favourite of a slot is the likeliest asset of that cell. Null without tables.
 */
export function summariseExploration(
  tables: readonly WeightedTable[],
  explorationFloor: number,
): ExplorationSummary | null {
  const [first] = tables
  if (!first) return null
  const weights = tables.map(({ weight }) => weight)
  const shares = shareOut(tables.length, weights)
  const average = (valueOf: (table: PolicyTable) => number) =>
    tables.reduce((sum, { table }, index) => sum + (shares[index] ?? 0) * valueOf(table), 0)

  const slots = first.table.slots.map((_, slot): Exploration => ({
    exploring: average(({ marginals }) => {
      const chances = marginals[slot] ?? []
      return Math.max(0, 1 - (chances[indexOfMax(chances)] ?? 1))
    }),
    floor: average(({ marginals }) => sumFloors(marginals[slot] ?? [], explorationFloor)),
  }))
  return {
    chances: first.table.marginals.map((assets, slot) =>
      Array.from(assets, (_, asset) => average(({ marginals }) => marginals[slot]?.[asset] ?? 0)),
    ),
    slots,
    exploringAds: average(findExploringAds),
  }
}

/** What the floor gives to all but the favourite; less where pairs leave no room for all of it. */
function sumFloors(chances: ArrayLike<number>, explorationFloor: number): number {
  const possible = Array.from(chances).filter((chance) => chance > 0)
  const share = explorationFloor / Math.max(1, possible.length)
  const all = possible.reduce((sum, chance) => sum + Math.min(chance, share), 0)
  return Math.max(0, all - Math.min(share, Math.max(0, ...possible)))
}

function findExploringAds({ slots, picks, probabilities, marginals }: PolicyTable): number {
  const favourites = marginals.map(indexOfMax)
  let favoured = 0
  for (const [row, probability] of probabilities.entries()) {
    const isFavoured = favourites.every((asset, slot) => picks[row * slots.length + slot] === asset)
    if (isFavoured) favoured += probability
  }
  return Math.min(1, Math.max(0, 1 - favoured))
}

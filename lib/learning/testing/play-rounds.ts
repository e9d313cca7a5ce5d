import type { Policy } from '@/lib/decision/policy'
import type { Random } from '@/lib/math/random'
import { groupObservations } from '@/lib/learning/observations'
import type { Observation } from '@/lib/learning/observations'
import type { SimulatedWorld } from './simulated-world'

export interface PlayedBatch {
  readonly observations: Observation[]
  /** Sum over the rounds of the expected reward of what was played, of uniform play, of the oracle. */
  readonly played: number
  readonly uniform: number
  readonly oracle: number
}

function allLayouts(world: SimulatedWorld): number[][] {
  return world.assetIds.reduce<number[][]>(
    (layouts, assets) => layouts.flatMap((layout) => assets.map((_, pick) => [...layout, pick])),
    [[]],
  )
}

/** Mean and best true rate of every cell. */
export function measureCells(world: SimulatedWorld): { uniform: number; oracle: number }[] {
  const layouts = allLayouts(world)
  return world.cells.map((_, cell) => {
    const rates = layouts.map((layout) => world.rate(cell, layout))
    return {
      uniform: rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
      oracle: rates.reduce((best, rate) => Math.max(best, rate), 0),
    }
  })
}

function pickFrom(probabilities: readonly number[], random: Random): number {
  let rest = random.next()
  for (const [index, probability] of probabilities.entries()) {
    rest -= probability
    if (rest < 0) return index
  }
  return probabilities.length - 1
}

/** Plays `rounds` impressions with one policy and draws the clicks. */
export function playRounds(
  world: SimulatedWorld,
  marks: readonly { uniform: number; oracle: number }[],
  policy: Policy,
  rounds: number,
  random: Random,
): PlayedBatch {
  const candidates = world.slots.map((slot, s) => {
    const assetIds = world.assetIds[s] ?? []
    return { slot, assetIds, weights: assetIds.map(() => 1) }
  })
  const rows: Observation[] = []
  const sums = { played: 0, uniform: 0, oracle: 0 }
  for (let round = 0; round < rounds; round++) {
    const cellIndex = Math.floor(random.next() * world.cells.length)
    const cell = world.cells[cellIndex] ?? {}
    const picks = policy
      .distributions(cell, candidates)
      .map(({ probabilities }) => pickFrom(probabilities, random))
    const rate = world.rate(cellIndex, picks)
    const assets = Object.fromEntries(
      world.slots.map((slot, s) => [slot, world.assetIds[s]?.[picks[s] ?? 0] ?? '']),
    )
    rows.push({ cell, assets, impressions: 1, successes: random.next() < rate ? 1 : 0 })
    sums.played += rate
    sums.uniform += marks[cellIndex]?.uniform ?? 0
    sums.oracle += marks[cellIndex]?.oracle ?? 0
  }
  return { observations: groupObservations(rows), ...sums }
}

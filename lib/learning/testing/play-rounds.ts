import type { Random } from '@/lib/math/random'
import type { Player } from './player'
import { CELLS, measureCells } from './simulated-world'
import type { SimulatedWorld } from './simulated-world'

/** Sums of the expected reward over rounds: as played, of uniform play, of the best layouts. */
export interface Stretch {
  readonly played: number
  readonly uniform: number
  readonly oracle: number
}

interface PlayOptions {
  readonly from?: number
  /** A stretch ends before each of these rounds; the last one ends the play. */
  readonly marks: readonly number[]
  readonly random: Random
  /** Assets of each slot that may be shown; all unless said otherwise. */
  readonly offered?: readonly (readonly number[])[]
  /** Mean of the exponential delay of successes, in rounds. */
  readonly meanDelay?: number
  /** Sees every round, for what a stretch does not tell. */
  readonly watch?: (round: number, layout: number) => void
}

/** Successes on their way: those due in a round, each as cell, layout and round of its impression. */
class DelayedRewards {
  private readonly dueIn = new Map<number, [number, number, number][]>()

  add(due: number, reward: [number, number, number]): void {
    const same = this.dueIn.get(due)
    if (same) same.push(reward)
    else this.dueIn.set(due, [reward])
  }

  deliver(round: number, player: Player): void {
    for (const [cell, layout, shownAt] of this.dueIn.get(round) ?? []) {
      player.reward(cell, layout, shownAt, round)
    }
    this.dueIn.delete(round)
  }
}

/**
 * Lets a player play a world, and sums what its layouts were truly worth, free of the luck of the
 * clicks. One call is one state of the world; `from` goes on after an earlier one.
 */
export function playRounds(
  world: SimulatedWorld,
  player: Player,
  { from = 0, marks, random, offered, meanDelay, watch }: PlayOptions,
): Stretch[] {
  const { uniform, oracle } = measureCells(world, offered)
  const delayed = meanDelay === undefined ? null : new DelayedRewards()
  let round = from
  return marks.map((mark) => {
    const sums = { played: 0, uniform: 0, oracle: 0 }
    for (; round < mark; round++) {
      delayed?.deliver(round, player)
      const cell = Math.floor(random.next() * CELLS.length)
      const layout = player.play(cell, round)
      watch?.(round, layout)
      const rate = world.rates[cell * world.layoutCount + layout] ?? 0
      if (random.next() < rate) {
        if (!delayed || meanDelay === undefined) player.reward(cell, layout, round, round)
        else {
          const delay = Math.ceil(-meanDelay * Math.log(1 - random.next()))
          delayed.add(round + Math.max(1, delay), [cell, layout, round])
        }
      }
      sums.played += rate
      sums.uniform += uniform[cell] ?? 0
      sums.oracle += oracle[cell] ?? 0
    }
    return sums
  })
}

/** (played − uniform) / (oracle − uniform): 0 is blind play, 1 knows the truth from the start. */
export function computeHeadroom(stretches: readonly Stretch[]): number {
  let gained = 0
  let possible = 0
  for (const { played, uniform, oracle } of stretches) {
    gained += played - uniform
    possible += oracle - uniform
  }
  return gained / possible
}

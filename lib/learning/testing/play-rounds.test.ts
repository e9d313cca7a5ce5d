import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { drawBeta } from './draw-beta'
import { computeHeadroom, playRounds } from './play-rounds'
import type { Player } from './player'
import { createUniformPlayer } from './players/uniform-player'
import {
  CELLS,
  WORLD_SHAPES,
  createSimulatedWorld,
  layoutOf,
  measureCells,
  picksOf,
} from './simulated-world'

const world = createSimulatedWorld(createRandom(5), WORLD_SHAPES.strong64)

/** Knows the truth: the layout with the highest or the lowest rate of every cell. */
function createKnowingPlayer(which: 'best' | 'worst'): Player {
  const choice = CELLS.map((_, cell) => {
    const rates = world.rates.subarray(cell * world.layoutCount, (cell + 1) * world.layoutCount)
    return rates.indexOf(which === 'best' ? Math.max(...rates) : Math.min(...rates))
  })
  return { play: (cell) => choice[cell] ?? 0, reward: () => undefined }
}

describe('playRounds', () => {
  const play = (player: Player) =>
    computeHeadroom(playRounds(world, player, { marks: [5000, 20_000], random: createRandom(1) }))

  it('gives blind play 0, the truth 1 and its contrary less than 0', () => {
    expect(play(createUniformPlayer(world, createRandom(2)))).toBeCloseTo(0, 1)
    expect(play(createKnowingPlayer('best'))).toBeCloseTo(1, 9)
    expect(play(createKnowingPlayer('worst'))).toBeLessThan(-0.3)
  })

  it('measures against what is offered, and offers nothing else', () => {
    const offered = [[1, 2], [3], [0, 1, 2, 3]]
    const player = createUniformPlayer(world, createRandom(3))
    player.offer?.(offered)
    playRounds(world, player, {
      ...{ offered, marks: [500], random: createRandom(4) },
      watch: (_, layout) => {
        picksOf(world, layout).forEach((pick, slot) => expect(offered[slot]).toContain(pick))
      },
    })
    const [some, all] = [measureCells(world, offered), measureCells(world)]
    expect(some.oracle.every((rate, cell) => rate <= (all.oracle[cell] ?? 0))).toBe(true)
  })

  it('delivers late successes late, each with the round of its impression', () => {
    const delays: number[] = []
    const shownIn = new Map<number, number>()
    const player: Player = {
      play(cell, round) {
        const layout = round % world.layoutCount
        shownIn.set(round, cell * world.layoutCount + layout)
        return layout
      },
      reward(cell, layout, shownAt, round) {
        expect(shownIn.get(shownAt)).toBe(cell * world.layoutCount + layout)
        delays.push(round - shownAt)
      },
    }
    playRounds(world, player, { marks: [60_000], random: createRandom(6), meanDelay: 100 })
    expect(Math.min(...delays)).toBeGreaterThan(0)
    const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length
    expect(mean).toBeGreaterThan(90)
    expect(mean).toBeLessThan(110)
  })
})

describe('createSimulatedWorld', () => {
  it('has base rates around 3 % and effects as large as it says', () => {
    const logits = [...world.rates].map((rate) => Math.log(rate / (1 - rate)))
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length
    const variance = logits.reduce((sum, logit) => sum + (logit - mean) ** 2, 0) / logits.length
    expect(world.rates).toHaveLength(12 * 64)
    expect(1 / (1 + Math.exp(-mean))).toBeGreaterThan(0.015)
    expect(1 / (1 + Math.exp(-mean))).toBeLessThan(0.06)
    // Three slots' main effects, interactions with two features and pairs: 0.76 in the mean.
    expect(Math.sqrt(variance)).toBeGreaterThan(0.45)
    expect(Math.sqrt(variance)).toBeLessThan(1.1)
  })

  it('numbers layouts by their picks', () => {
    for (let layout = 0; layout < world.layoutCount; layout++) {
      expect(layoutOf(world, picksOf(world, layout))).toBe(layout)
    }
  })
})

describe('drawBeta', () => {
  it('has the mean and the variance of a Beta', () => {
    const random = createRandom(8)
    const draws = Array.from({ length: 50_000 }, () => drawBeta(3, 7, random))
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length
    expect(mean).toBeCloseTo(0.3, 2)
    expect(variance).toBeCloseTo(0.21 / 11, 3)
  })
})

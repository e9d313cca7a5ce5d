import { computeHeadroom, playRounds } from '@/lib/learning/testing/play-rounds'
import type { Player } from '@/lib/learning/testing/player'
import {
  CELLS,
  STRONG,
  createSimulatedWorld,
  picksOf,
} from '@/lib/learning/testing/simulated-world'
import type { SimulatedWorld } from '@/lib/learning/testing/simulated-world'
import { deriveSeed } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { createPlayer, type PlayerChoice } from './create-player'

/** Headroom against what could be had of the assets there were at the time. */
interface ChangeResult {
  /** The last tenth of the rounds before the addition. */
  readonly beforeAddition: number
  /** The tenth of the rounds after the addition. */
  readonly afterAddition: number
  /** The last tenth before the removal, and the tenth after it. */
  readonly beforeRemoval: number
  readonly afterRemoval: number
  /** Rounds until the new asset was shown nearly as often as it should be; all there were if never. */
  readonly foundAfter: number
}

const SHAPE = { effects: STRONG, slotCount: 3, assetCount: 5 }
/** "Found": over this many rounds it was shown in this share of the rounds in which it is best. */
const WINDOW = 1000
const FOUND_SHARE = 0.8

/** The asset of the first slot with the best mean rate: the one worth waiting for. */
function findBestAsset(world: SimulatedWorld): number {
  const sums = new Float64Array(world.assetCount)
  for (let index = 0; index < world.rates.length; index++) {
    const asset = picksOf(world, index % world.layoutCount)[0] ?? 0
    sums[asset] = (sums[asset] ?? 0) + (world.rates[index] ?? 0)
  }
  return sums.indexOf(Math.max(...sums))
}

/** In which share of the cells the best layout holds the asset in the first slot. */
function computeWantedShare(world: SimulatedWorld, asset: number): number {
  const holding = CELLS.filter((_, cell) => {
    const rates = world.rates.subarray(cell * world.layoutCount, (cell + 1) * world.layoutCount)
    return picksOf(world, rates.indexOf(Math.max(...rates)))[0] === asset
  })
  return holding.length / CELLS.length
}

/** Tells when an asset of the first slot has been found, from the rounds as they are played. */
function watchAsset(world: SimulatedWorld, asset: number, from: number) {
  const wanted = computeWantedShare(world, asset) * FOUND_SHARE * WINDOW
  const latest = new Uint8Array(WINDOW)
  let shown = 0
  let foundAfter: number | null = null
  return {
    watch(round: number, layout: number): void {
      const isShown = picksOf(world, layout)[0] === asset ? 1 : 0
      shown += isShown - (latest[round % WINDOW] ?? 0)
      latest[round % WINDOW] = isShown
      if (foundAfter === null && shown >= wanted && shown > 0) foundAfter = round - from
    },
    foundAfter: () => foundAfter,
  }
}

/**
 * Strong, 3 slots of 5 assets. The best asset of the first slot joins after 40 % of the rounds and
 * leaves again after 80 %.
 */
export function playChange(seed: number, rounds: number, choice: PlayerChoice): ChangeResult {
  const world = createSimulatedWorld(createRandom(seed), SHAPE)
  const player: Player = createPlayer(choice, world, createRandom(deriveSeed(seed, 2)), rounds)
  const random = createRandom(deriveSeed(seed, 1))
  const all = listAssets(world)
  const newcomer = findBestAsset(world)
  const without = all.map((assets, slot) =>
    slot > 0 ? assets : assets.filter((a) => a !== newcomer),
  )
  const tenth = rounds / 10
  const watcher = watchAsset(world, newcomer, 4 * tenth)
  const play = (offered: readonly number[][], from: number, marks: number[]) => {
    player.offer?.(offered)
    return playRounds(world, player, {
      ...{ random, offered, from: from * tenth, marks: marks.map((mark) => mark * tenth) },
      ...(from === 4 ? { watch: watcher.watch } : {}),
    }).map((stretch) => computeHeadroom([stretch]))
  }
  const [, beforeAddition = Number.NaN] = play(without, 0, [3, 4])
  const [afterAddition = Number.NaN, , beforeRemoval = Number.NaN] = play(all, 4, [5, 7, 8])
  const [afterRemoval = Number.NaN] = play(without, 8, [9, 10])
  const foundAfter = watcher.foundAfter() ?? 4 * tenth
  return { beforeAddition, afterAddition, beforeRemoval, afterRemoval, foundAfter }
}

function listAssets({ slotCount, assetCount }: SimulatedWorld): number[][] {
  return Array.from({ length: slotCount }, () =>
    Array.from({ length: assetCount }, (_, asset) => asset),
  )
}

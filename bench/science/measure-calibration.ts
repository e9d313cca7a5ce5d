import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { createPosterior, type Posterior } from '@/lib/learning/posterior'
import { summariseBeliefs } from '@/lib/learning/summarise-beliefs'
import { assetName, listCandidates, slotName } from '@/lib/learning/testing/learner'
import {
  CELLS,
  createSimulatedWorld,
  FEATURES,
  layoutOf,
  picksOf,
  WORLD_SHAPES,
  type SimulatedWorld,
  type WorldName,
} from '@/lib/learning/testing/simulated-world'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { WeightDraws } from '@/lib/learning/weight-draws'
import { createRandom, type Random } from '@/lib/math/random'

const BATCH = 500
const SETTINGS = { explorationFloor: 0.05, constraints: [], draws: 64 }

/** How often 90 % intervals of elements' effects, learnt while exploiting, hold the truth. */
export interface Calibration {
  readonly elements: number
  /** A share of the elements. */
  readonly held: number
}

/** Plays worlds with the learner and asks afterwards what it believes of every element. */
export function measureCalibration(options: {
  readonly world: WorldName
  readonly seeds: readonly number[]
  readonly rounds: number
}): Calibration {
  let [elements, held] = [0, 0]
  for (const seed of options.seeds) {
    const world = createSimulatedWorld(createRandom(seed), WORLD_SHAPES[options.world])
    const posterior = playWorld(world, createRandom(seed + 500), options.rounds)
    const truth = trueEffects(world)
    const whole = listEffects(world, posterior)
    for (const [index, effect] of truth.entries()) {
      elements += 1
      if (isIn(effect, whole[index])) held += 1
    }
  }
  return { elements, held: held / elements }
}

interface Range {
  readonly lower: number
  readonly upper: number
}
const isIn = (value: number, range: Range | undefined) =>
  range !== undefined && value >= range.lower && value <= range.upper

const candidatesOf = ({ slotCount, assetCount }: SimulatedWorld) =>
  listCandidates(
    Array.from({ length: slotCount }, () => Array.from({ length: assetCount }, (_, a) => a)),
  )

function playWorld(world: SimulatedWorld, random: Random, rounds: number): Posterior {
  const candidates = candidatesOf(world)
  let posterior = createPosterior({
    slots: candidates.map(({ slot }) => slot),
    features: [...FEATURES],
  })
  for (let version = 1; version <= rounds / BATCH; version++) {
    const policy = createLearnedPolicy(posterior, version, SETTINGS)
    const batch = Array.from({ length: BATCH }, () => {
      const cell = Math.floor(random.next() * CELLS.length)
      const table = policy.tableOf(CELLS[cell] ?? {}, candidates)
      if (!table) throw new Error('Without constraints there is always something to show.')
      const start = table.sampler.draw(random.next()) * candidates.length
      const picks = [...table.picks.subarray(start, start + candidates.length)]
      const rate = world.rates[cell * world.layoutCount + layoutOf(world, picks)] ?? 0
      return {
        cell: CELLS[cell] ?? {},
        assets: Object.fromEntries(picks.map((pick, slot) => [slotName(slot), assetName(pick)])),
        impressions: 1,
        successes: random.next() < rate ? 1 : 0,
      }
    })
    const result = updatePosterior(posterior, batch)
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  return posterior
}

function listEffects(world: SimulatedWorld, posterior: Posterior): Range[] {
  const cells = CELLS.map((cell) => ({ cell, weight: 1 }))
  const candidates = candidatesOf(world)
  const beliefs = summariseBeliefs(posterior, new WeightDraws(posterior, 600, 1), {
    candidates,
    cells,
  })
  return beliefs.flatMap(({ overall }) => overall.map(({ effect }) => effect))
}

/** What `summariseBeliefs` estimates, from the truth: others at their average on the logit scale. */
function trueEffects(world: SimulatedWorld): number[] {
  const { slotCount, assetCount, layoutCount, rates } = world
  return Array.from({ length: slotCount }, (_, slot) => {
    const sums = new Float64Array(assetCount * CELLS.length)
    for (let cell = 0; cell < CELLS.length; cell++) {
      for (let layout = 0; layout < layoutCount; layout++) {
        const rate = rates[cell * layoutCount + layout] ?? 0
        const entry = (picksOf(world, layout)[slot] ?? 0) * CELLS.length + cell
        sums[entry] = (sums[entry] ?? 0) + Math.log(rate / (1 - rate))
      }
    }
    const logits = sums.map((sum) => (sum * assetCount) / layoutCount)
    const means = Array.from({ length: assetCount }, (_, asset) => {
      const own = logits.subarray(asset * CELLS.length, (asset + 1) * CELLS.length)
      return own.reduce((sum, logit) => sum + 1 / (1 + Math.exp(-logit)), 0) / CELLS.length
    })
    const average = means.reduce((sum, mean) => sum + mean, 0) / assetCount
    return means.map((mean) => mean / average - 1)
  }).flat()
}

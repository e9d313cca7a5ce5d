import type { Random } from '@/lib/math/random'

/** Standard deviations of the true effects, on the logit scale. */
export interface EffectSizes {
  readonly main: number
  readonly interaction: number
  readonly pairwise: number
}

export const STRONG: EffectSizes = { main: 0.3, interaction: 0.2, pairwise: 0.15 }
export const MILD: EffectSizes = { main: 0.15, interaction: 0.1, pairwise: 0.08 }

export interface WorldShape {
  readonly effects: EffectSizes
  readonly slotCount: number
  readonly assetCount: number
}

/** The worlds of the learning targets: 64 layouts are 3 slots of 4 assets, 10,000 are 4 of 10. */
export const WORLD_SHAPES = {
  strong64: { effects: STRONG, slotCount: 3, assetCount: 4 },
  mild64: { effects: MILD, slotCount: 3, assetCount: 4 },
  strong10000: { effects: STRONG, slotCount: 4, assetCount: 10 },
  mild10000: { effects: MILD, slotCount: 4, assetCount: 10 },
} as const satisfies Record<string, WorldShape>
export type WorldName = keyof typeof WORLD_SHAPES

const CONTEXT_DEVIATION = 0.2
const BASE_RATE = 0.03
const DEVICES = ['mobile', 'desktop', 'tablet', 'tv']
const DAYPARTS = ['morning', 'afternoon', 'evening']
const LEVELS = DEVICES.length + DAYPARTS.length

/** The context cells of every simulated world, all equally frequent. */
export const CELLS: readonly Readonly<Record<string, string>>[] = DEVICES.flatMap((device) =>
  DAYPARTS.map((daypart) => ({ device, daypart })),
)
export const FEATURES = ['device', 'daypart'] as const

/** A world with a known truth: the click rate of every layout in every cell. */
export interface SimulatedWorld extends WorldShape {
  readonly layoutCount: number
  /** By cell · layoutCount + layout. */
  readonly rates: Float64Array
}

/**
 * logit p = b0 + context + main + main × context + pairwise, each effect Gaussian; two context
 * features of 4 and 3 values, base rate 3 %: the simulator behind the house's learning targets.
 * A layout's number has the pick of each slot as its digits, the first slot's being the highest.
 */
export function createSimulatedWorld(random: Random, shape: WorldShape): SimulatedWorld {
  const { effects, slotCount, assetCount } = shape
  const draw = (deviation: number, count: number) =>
    Float64Array.from({ length: count }, () => random.nextGaussian() * deviation)
  const context = draw(CONTEXT_DEVIATION, LEVELS)
  const main = draw(effects.main, slotCount * assetCount)
  const interaction = draw(effects.interaction, slotCount * assetCount * LEVELS)
  const pairwise = draw(effects.pairwise, slotCount * slotCount * assetCount * assetCount)
  const of = (values: Float64Array, index: number) => values[index] ?? 0

  function logitOf(levels: readonly number[], picks: readonly number[]): number {
    let logit = Math.log(BASE_RATE / (1 - BASE_RATE))
    for (const level of levels) logit += of(context, level)
    for (let slot = 0; slot < slotCount; slot++) {
      const pick = picks[slot] ?? 0
      const asset = slot * assetCount + pick
      logit += of(main, asset)
      for (const level of levels) logit += of(interaction, asset * LEVELS + level)
      for (let other = slot + 1; other < slotCount; other++) {
        const pair = (slot * slotCount + other) * assetCount + pick
        logit += of(pairwise, pair * assetCount + (picks[other] ?? 0))
      }
    }
    return logit
  }

  const layoutCount = assetCount ** slotCount
  const rates = new Float64Array(CELLS.length * layoutCount)
  for (let cell = 0; cell < CELLS.length; cell++) {
    const daypart = cell % DAYPARTS.length
    const levels = [(cell - daypart) / DAYPARTS.length, DEVICES.length + daypart]
    for (let layout = 0; layout < layoutCount; layout++) {
      const logit = logitOf(levels, picksOf(shape, layout))
      rates[cell * layoutCount + layout] = 1 / (1 + Math.exp(-logit))
    }
  }
  return { ...shape, layoutCount, rates }
}

/** The asset of each slot in a layout. */
export function picksOf({ slotCount, assetCount }: WorldShape, layout: number): number[] {
  const picks: number[] = Array.from({ length: slotCount }, () => 0)
  let rest = layout
  for (let slot = slotCount - 1; slot >= 0; slot--) {
    picks[slot] = rest % assetCount
    rest = Math.floor(rest / assetCount)
  }
  return picks
}

export function layoutOf({ assetCount }: WorldShape, picks: readonly number[]): number {
  return picks.reduce((layout, pick) => layout * assetCount + pick, 0)
}

/** Mean and best true rate in every cell, of the layouts that can be made of what is offered. */
export function measureCells(
  world: SimulatedWorld,
  offered?: readonly (readonly number[])[],
): { uniform: Float64Array; oracle: Float64Array } {
  const uniform = new Float64Array(CELLS.length)
  const oracle = new Float64Array(CELLS.length)
  const layouts = Array.from({ length: world.layoutCount }, (_, layout) => layout).filter(
    (layout) =>
      !offered ||
      picksOf(world, layout).every((pick, slot) => offered[slot]?.includes(pick) ?? false),
  )
  for (let cell = 0; cell < CELLS.length; cell++) {
    let total = 0
    let best = 0
    for (const layout of layouts) {
      const rate = world.rates[cell * world.layoutCount + layout] ?? 0
      total += rate
      best = Math.max(best, rate)
    }
    uniform[cell] = total / layouts.length
    oracle[cell] = best
  }
  return { uniform, oracle }
}

import type { Random } from '@/lib/math/random'

/** Standard deviations of the true effects, on the logit scale. */
export interface EffectSizes {
  readonly main: number
  readonly interaction: number
  readonly pairwise: number
}

export const STRONG: EffectSizes = { main: 0.3, interaction: 0.2, pairwise: 0.15 }
export const MILD: EffectSizes = { main: 0.15, interaction: 0.1, pairwise: 0.08 }

const CONTEXT_DEVIATION = 0.2
const BASE_RATE = 0.03
export const DEVICES = ['mobile', 'desktop', 'tablet', 'tv']
export const DAYPARTS = ['morning', 'afternoon', 'evening']

/** A world with a known truth: the click rate of every layout in every cell. */
export interface SimulatedWorld {
  readonly slots: readonly string[]
  readonly assetIds: readonly (readonly string[])[]
  readonly cells: readonly Readonly<Record<string, string>>[]
  rate(cellIndex: number, picks: readonly number[]): number
}

const draw = (random: Random, deviation: number, ...shape: number[]): number[] =>
  Array.from(
    { length: shape.reduce((size, n) => size * n, 1) },
    () => random.nextGaussian() * deviation,
  )

/**
 * logit p = b0 + context + main + main × context + pairwise, each effect Gaussian; two context
 * features of 4 and 3 values, base rate 3 %: the simulator behind the house's learning targets.
 */
export function createSimulatedWorld(
  random: Random,
  effects: EffectSizes,
  slotCount: number,
  assetCount: number,
): SimulatedWorld {
  const context = draw(random, CONTEXT_DEVIATION, DEVICES.length + DAYPARTS.length)
  const main = draw(random, effects.main, slotCount, assetCount)
  const width = DEVICES.length + DAYPARTS.length
  const interaction = draw(random, effects.interaction, slotCount, assetCount, width)
  const pairwise = draw(random, effects.pairwise, slotCount, slotCount, assetCount, assetCount)
  const slots = Array.from({ length: slotCount }, (_, slot) => `slot${slot}`)
  const of = (values: readonly number[], index: number) => values[index] ?? 0

  function rate(cellIndex: number, picks: readonly number[]): number {
    const levels = [
      Math.floor(cellIndex / DAYPARTS.length),
      DEVICES.length + (cellIndex % DAYPARTS.length),
    ]
    let logit = Math.log(BASE_RATE / (1 - BASE_RATE))
    for (const level of levels) logit += of(context, level)
    for (const [slot, pick] of picks.entries()) {
      const asset = slot * assetCount + pick
      logit += of(main, asset)
      for (const level of levels) logit += of(interaction, asset * width + level)
      for (let other = slot + 1; other < slotCount; other++) {
        const pair = (slot * slotCount + other) * assetCount + pick
        logit += of(pairwise, pair * assetCount + (picks[other] ?? 0))
      }
    }
    return 1 / (1 + Math.exp(-logit))
  }

  return {
    slots,
    assetIds: slots.map((slot) =>
      Array.from({ length: assetCount }, (_, asset) => `${slot}-${asset}`),
    ),
    cells: DEVICES.flatMap((device) => DAYPARTS.map((daypart) => ({ device, daypart }))),
    rate,
  }
}

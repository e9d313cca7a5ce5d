import { createRandom } from '@/lib/math/random'
import { hashString } from '@/lib/math/hash'

export const strengths = ['strong', 'mild'] as const
export type Strength = (typeof strengths)[number]

/** What decides, in the simulation, how likely somebody is to click. */
export interface Circumstances {
  readonly taste: string
  readonly device: string
  readonly weather: string
}

/** What an ad shows: of each slot the kind and the text (of a picture: its alternative text). */
export type Shown = Readonly<Record<string, ShownAsset>>
export interface ShownAsset {
  readonly kind: string
  readonly label: string
}

export interface Truth {
  /** Chance of a click, a ratio. */
  clickChance(shown: Shown, circumstances: Circumstances): number
  /** What an asset adds to the logit of that chance. */
  effectOf(slot: string, asset: ShownAsset, circumstances: Circumstances): number
}

/** Click rate of an average ad. Higher than in the wild, so that minutes are enough to learn. */
const BASE_RATE = 0.04
/** Standard deviations of the effects of assets, on the logit scale, by their kind. */
const MAIN_DEVIATION: Readonly<Record<string, number>> = {
  image: 0.36,
  headline: 0.3,
  cta: 0.24,
  body: 0.18,
  background: 0.15,
  logo: 0.1,
  disclaimer: 0.05,
}
const OTHER_DEVIATION = 0.2
/** How much an effect differs between tastes, devices and weathers, as a share of the deviation. */
const INTERACTION_SHARES = { taste: 0.45, device: 0.2, weather: 0.25 } as const
const DEVICE_LOGITS: Readonly<Record<string, number>> = { mobile: 0.12, desktop: -0.05, tablet: 0 }
const STRENGTH_FACTORS: Readonly<Record<Strength, number>> = { strong: 1, mild: 0.5 }

/**
 * The simulation's truth: logit p = base + device + Σ over slots (asset + asset × taste +
 * asset × device + asset × weather). Each effect is normal, drawn from the hash of the seed and the
 * asset's text, so it is the same on every machine and hidden from the product, which never sees
 * the seed.
 */
export function createTruth(seed: number, strength: Strength): Truth {
  const factor = STRENGTH_FACTORS[strength]
  const draws = new Map<string, number>()
  const draw = (name: string): number => {
    const known = draws.get(name)
    if (known !== undefined) return known
    const value = createRandom(hashString(name, seed)).nextGaussian()
    draws.set(name, value)
    return value
  }
  const effectOf = (slot: string, { kind, label }: ShownAsset, circumstances: Circumstances) => {
    const deviation = (MAIN_DEVIATION[kind] ?? OTHER_DEVIATION) * factor
    const name = `${slot}\n${label}`
    let effect = draw(name)
    for (const feature of ['taste', 'device', 'weather'] as const) {
      effect += INTERACTION_SHARES[feature] * draw(`${name}\n${feature} ${circumstances[feature]}`)
    }
    return effect * deviation
  }
  return {
    effectOf,
    clickChance(shown, circumstances) {
      let logit = Math.log(BASE_RATE / (1 - BASE_RATE))
      logit += DEVICE_LOGITS[circumstances.device] ?? 0
      for (const slot of Object.keys(shown)) {
        const asset = shown[slot]
        if (asset) logit += effectOf(slot, asset, circumstances)
      }
      return 1 / (1 + Math.exp(-logit))
    },
  }
}

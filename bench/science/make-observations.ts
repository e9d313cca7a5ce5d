import type { Observation } from '@/lib/learning/observations'
import type { Random } from '@/lib/math/random'

export const SLOTS = Array.from({ length: 6 }, (_, slot) => `slot-${slot}`)
const ASSETS = 10
const LEVELS = {
  device: ['mobile', 'desktop', 'tablet', 'tv'],
  daypart: ['morning', 'afternoon', 'evening', 'night'],
  segment: ['gold', 'silver', 'none'],
  weather: ['rain', 'snow', 'clear', 'clouds'],
}
export const FEATURES = Object.keys(LEVELS)

const pick = <T>(values: readonly T[], random: Random): T =>
  values[Math.floor(random.next() * values.length)] as T

export function drawCell(random: Random): Record<string, string> {
  return Object.fromEntries(
    Object.entries(LEVELS).map(([feature, values]) => [feature, pick(values, random)]),
  )
}

/** Impressions one by one, of 6 slots × 10 assets in 192 cells; hardly two are alike. */
export function makeObservations(count: number, random: Random): Observation[] {
  return Array.from({ length: count }, () => {
    const assets = SLOTS.map((slot, index) => [slot, nameAsset(index, pick(NUMBERS, random))])
    const isLucky = assets[0]?.[1] === nameAsset(0, 3)
    return {
      cell: drawCell(random),
      assets: Object.fromEntries(assets) as Record<string, string>,
      impressions: 1,
      successes: random.next() < (isLucky ? 0.05 : 0.03) ? 1 : 0,
    }
  })
}

const NUMBERS = Array.from({ length: ASSETS }, (_, asset) => asset)
const nameAsset = (slot: number, asset: number) => `asset-${slot}-${asset}`

export const CANDIDATES = SLOTS.map((slot, index) => ({
  slot,
  assetIds: NUMBERS.map((asset) => nameAsset(index, asset)),
  weights: NUMBERS.map(() => 1),
}))

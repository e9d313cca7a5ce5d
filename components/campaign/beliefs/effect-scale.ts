import type { EffectScale } from '@/components/charts/effect-mark'
import { niceTicks } from '@/components/charts/nice-ticks'

/** What no mark needs to show in full: beyond it the axis is cut. */
const WIDEST = 2

export interface EffectAxisScale extends EffectScale {
  readonly ticks: readonly number[]
}

/** One axis for effects that are compared, zero among its ticks. */
export function scaleEffects(
  effects: readonly { readonly lower: number; readonly upper: number }[],
): EffectAxisScale {
  const low = Math.max(-1, Math.min(-0.05, ...effects.map(({ lower }) => lower)))
  const high = Math.min(WIDEST, Math.max(0.05, ...effects.map(({ upper }) => upper)))
  const ticks = niceTicks(low, high, 6)
  return { ticks, low: ticks[0] ?? low, high: ticks.at(-1) ?? high }
}

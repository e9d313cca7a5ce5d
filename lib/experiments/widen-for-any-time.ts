import type { Estimate } from './estimate'
import { spread } from './estimate'
import { normalMixtureBound, normalMixturePValue } from './normal-mixture'

/** An estimate that may be looked at at any time and as often as one likes. */
export interface AnytimeEstimate extends Estimate {
  /** Always-valid p value of "the truth is 0": at most alpha exactly when 0 lies outside. */
  readonly pValue: number
}

/**
 * The asymptotic confidence sequence of an estimate that is an average (or a smooth function of
 * averages), from its value and squared standard error: Waudby-Smith, Arbour, Sinha, Kennedy &
 * Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences" (Ann. Stat. 52,
 * 2024, theorem 2.2). In intrinsic time 1 / squaredError the estimate is a sum with normal
 * increments, so the normal mixture bounds it at all times at once. Equivalently the truth is
 * mixed over a normal distribution around 0: `typicalEffect` is its standard deviation, the size
 * of effect that is found soonest; a wrong guess costs width, never validity. Everything is finite
 * for a squaredError above 0.
 */
export function widenForAnyTime(
  value: number,
  squaredError: number,
  { alpha, typicalEffect }: { readonly alpha: number; readonly typicalEffect: number },
): AnytimeEstimate {
  const time = 1 / squaredError
  const rho = 1 / (typicalEffect * typicalEffect)
  return {
    ...spread(value, normalMixtureBound(time, { alpha, rho }) / time),
    pValue: normalMixturePValue(value * time, time, rho),
  }
}

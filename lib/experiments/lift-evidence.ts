import { logBeta } from '@/lib/math/incomplete-beta'
import { isCounts } from './arm-measures'
import type { ArmMeasures } from './arm-measures'

/**
 * Evidence against a hypothesis that grows at all times at most by chance: with a true hypothesis
 * it ever reaches 1 / alpha with a chance of at most alpha (an e-process; Ramdas, Grünwald, Vovk &
 * Shafer, Statistical Science 38, 2023). Here: the logarithm, by ln(1 + lift).
 */
export type LogEvidence = (logRatio: number) => number

/** The estimate of ln(1 + lift) and its squared error, by the delta method. */
interface LogRatio {
  readonly center: number
  readonly squaredLogError: number
}

/** Of the part that finds usual lifts; the rest waits for enormous ones. */
export const USUAL_WEIGHT = 0.8
/** Standard deviation of ln(1 + lift) of enormous lifts of a value. */
const ENORMOUS_LIFT = 2

/**
 * Evidence against each lift, from both arms: a weighted mean of two kinds, which is evidence, too.
 * The first (0.8) is the normal mixture of `widenForAnyTime` over ln(1 + lift), with a standard
 * deviation of `typicalLift`: quick for usual lifts and rates of any size, blind for a hundred
 * successes against none. The second (0.2) is not: for rates the beta-binomial one of Lindon &
 * Malek (NeurIPS 2022) with a uniform mixture, whether a success came from the dynamic arm or the
 * holdout given the traffic of both; for values a normal mixture that is ten times as wide.
 */
export function weighLift(
  arms: ArmMeasures,
  { center, squaredLogError }: LogRatio,
  typicalLift: number,
): LogEvidence {
  const usual = mixNormal(center, squaredLogError, typicalLift)
  const enormous = isCounts(arms)
    ? mixShares(arms.dynamic, arms.holdout)
    : mixNormal(center, squaredLogError, ENORMOUS_LIFT)
  return (logRatio) => addLogs(usual(logRatio), enormous(logRatio))
}

function addLogs(usual: number, enormous: number): number {
  const a = Math.log(USUAL_WEIGHT) + usual
  const b = Math.log(1 - USUAL_WEIGHT) + enormous
  const larger = Math.max(a, b)
  return larger + Math.log(Math.exp(a - larger) + Math.exp(b - larger))
}

function mixNormal(center: number, squaredError: number, deviation: number): LogEvidence {
  const variance = deviation * deviation
  const total = squaredError + variance
  const base = Math.log(squaredError / total) / 2
  const slope = variance / (2 * squaredError * total)
  return (logRatio) => base + slope * (center - logRatio) ** 2
}

function mixShares(
  a: { readonly n: number; readonly k: number },
  b: { readonly n: number; readonly k: number },
): LogEvidence {
  const mixture = logBeta(1 + a.k, 1 + b.k)
  const logOddsOfTraffic = Math.log(a.n / b.n)
  return (logRatio) => {
    const logOdds = logRatio + logOddsOfTraffic
    // ln of the chance that a success is the dynamic arm's, and that it is not.
    return mixture + a.k * softplus(-logOdds) + b.k * softplus(logOdds)
  }
}

/** ln(1 + eˣ), without overflow. */
function softplus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)))
}

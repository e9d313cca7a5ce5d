import { findRoot } from '@/lib/math/find-root'
import { normalCdf } from '@/lib/math/normal'

/**
 * The normal mixture of Robbins (Ann. Math. Stat. 41, 1970), in the notation of Howard, Ramdas,
 * McAuliffe & Sekhon (Ann. Stat. 49, 2021, section 3.2 and proposition 5): S is a sum whose
 * increments have mean 0, V the variance it has gathered ("intrinsic time"), and ρ the V at which
 * the bound is meant to be tight. With chance 1 − alpha, |S| stays below the bound at *every* V.
 */
export interface MixtureBound {
  /** Chance that the bound is ever crossed, between 0 and 1. */
  readonly alpha: number
  readonly rho: number
}

/** The ρ that makes the bound tightest at V = `variance`: Howard et al., proposition 3. */
export function tuneNormalMixture(variance: number, alpha: number): number {
  const logs = 2 * Math.log(1 / alpha)
  return variance / (logs + Math.log(1 + logs))
}

/** What |S| stays below, at V = `variance`. */
export function normalMixtureBound(variance: number, { alpha, rho }: MixtureBound): number {
  const total = variance + rho
  return Math.sqrt(total * (Math.log(total / rho) + 2 * Math.log(1 / alpha)))
}

/** What S stays below, when falling does not matter: a half-normal mixture, solved for S. */
export function oneSidedNormalMixtureBound(variance: number, { alpha, rho }: MixtureBound): number {
  const total = variance + rho
  const logMixture = (sum: number) =>
    Math.log((4 * rho) / total) / 2 +
    (sum * sum) / (2 * total) +
    Math.log(normalCdf(sum / Math.sqrt(total)))
  const threshold = Math.log(1 / alpha)
  // The two-sided bound is never the smaller one.
  const upper = normalMixtureBound(variance, { alpha, rho })
  return findRoot((sum) => logMixture(sum) - threshold, 0, upper)
}

/** ρ of a one-sided bound that is tightest at V = `variance`. */
export function tuneOneSidedNormalMixture(variance: number, alpha: number): number {
  return tuneNormalMixture(variance, 2 * alpha)
}

/**
 * The always-valid p value of S at V: the smallest alpha whose bound it has reached, 1 over the
 * mixture's likelihood ratio (the mixture SPRT; Johari, Koomen, Pekelis & Walsh, Operations
 * Research 70, 2022). Whenever one stops, the chance of one below p is at most p if S has mean 0.
 */
export function normalMixturePValue(sum: number, variance: number, rho: number): number {
  const total = variance + rho
  return Math.min(1, Math.exp((Math.log(total / rho) - (sum * sum) / total) / 2))
}

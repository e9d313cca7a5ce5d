import { wilsonInterval } from '@/lib/math/intervals'
import { createRandom } from '@/lib/math/random'
import { COVERAGE_SCENARIOS } from './coverage-scenarios'

/** Runs in which the truth was ever left out, with the 95 % Wilson interval of their share. */
export interface Misses {
  readonly count: number
  readonly share: number
  readonly lower: number
  readonly upper: number
}

export interface CoverageResult {
  readonly scenario: string
  readonly runs: number
  /** Share of the runs that may miss. */
  readonly alpha: number
  /** Of the statistics that may be looked at at any time. */
  readonly always: Misses
  /** Of those for one look, looked at as often. */
  readonly once: Misses
}

/**
 * How often statistics that are looked at again and again ever leave out the truth: in A/A pilots
 * every false verdict, in adaptive runs every moment at which the interval misses what it is of.
 * The same `seed` gives the same figures; a scenario is played with its own stream.
 */
export function measureCoverage({
  runs,
  seed,
}: {
  readonly runs: number
  readonly seed: number
}): CoverageResult[] {
  return COVERAGE_SCENARIOS.map(({ name, alpha, play }, index) => {
    let always = 0
    let once = 0
    for (let run = 0; run < runs; run++) {
      const missed = play(createRandom(seed + index * 1_000_003 + run * 7919))
      if (missed.always) always++
      if (missed.once) once++
    }
    return {
      scenario: name,
      runs,
      alpha,
      always: toMisses(always, runs),
      once: toMisses(once, runs),
    }
  })
}

function toMisses(count: number, runs: number): Misses {
  return { count, share: count / runs, ...wilsonInterval({ k: count, n: runs }) }
}

/** Cohorts this much exposed count as wholly exposed from then on. */
const WHOLE = 0.999

interface Cohort {
  /** Impressions by key, all shown around the same round. */
  readonly shown: ReadonlyMap<number, number>
  readonly shownAt: number
  exposed: number
}

/**
 * Impressions whose successes are still on their way count by the share of those that should have
 * come by now, 1 − e^(−age / mean delay) (Chapelle, KDD 2014, with a delay that is known).
 */
export class Exposures {
  private open: Cohort[] = []

  constructor(private readonly meanDelay: number) {}

  /** Takes in what was just shown; returns by how much the exposure of each key grew. */
  grow(
    shown: ReadonlyMap<number, number>,
    shownAt: number,
    round: number,
  ): ReadonlyMap<number, number> {
    this.open.push({ shown, shownAt, exposed: 0 })
    const grown = new Map<number, number>()
    for (const cohort of this.open) {
      const share = 1 - Math.exp(-(round - cohort.shownAt) / this.meanDelay)
      const exposed = share > WHOLE ? 1 : share
      for (const [key, count] of cohort.shown) {
        grown.set(key, (grown.get(key) ?? 0) + count * (exposed - cohort.exposed))
      }
      cohort.exposed = exposed
    }
    this.open = this.open.filter(({ exposed }) => exposed < 1)
    return grown
  }
}

/** After work that took 1 ms the next may begin 4 ms later: at most a fifth of the time. */
const REST = 4

/**
 * Keeps work that blocks the process from following on itself: one piece of it (a cell compiled)
 * delays a request or two, a hundred in a row would delay every request for seconds.
 */
export class CompilePace {
  private freeAtMs = 0

  constructor(private readonly now: () => number = () => performance.now()) {}

  get waitMs(): number {
    return Math.max(0, this.freeAtMs - this.now())
  }

  /** Does the work at once, whoever waits, and takes its time into account. */
  run<Result>(work: () => Result): Result {
    const startedAt = this.now()
    try {
      return work()
    } finally {
      const endedAt = this.now()
      this.freeAtMs = Math.max(this.freeAtMs, endedAt) + REST * (endedAt - startedAt)
    }
  }
}

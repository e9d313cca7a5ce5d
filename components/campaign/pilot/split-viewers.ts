export interface ViewerSplit {
  /** See the benchmark and are not counted in the comparison. */
  readonly outside: number
  /** See the benchmark by lot: the control. */
  readonly holdout: number
  readonly dynamic: number
}

/** How a hundred viewers are split, in whole people who add up to a hundred. Shares are ratios. */
export function splitViewers(trafficShare: number, holdoutShare: number): ViewerSplit {
  const inside = Math.round(100 * trafficShare)
  const holdout = Math.min(inside, Math.round(100 * trafficShare * holdoutShare))
  return { outside: 100 - inside, holdout, dynamic: inside - holdout }
}

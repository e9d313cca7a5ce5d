import type { Random } from '@/lib/math/random'

/**
 * Chance that each of several independent Gaussians is the largest, by `draws` seeded draws: the
 * distribution that Thompson sampling plays, made explicit. Sums to 1.
 */
export function estimateBestChances(
  means: readonly number[],
  deviations: readonly number[],
  draws: number,
  random: Random,
): number[] {
  if (means.length <= 1) return means.map(() => 1)
  const wins = means.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    let best = 0
    let bestValue = -Infinity
    for (let arm = 0; arm < means.length; arm++) {
      const value = (means[arm] ?? 0) + (deviations[arm] ?? 0) * random.nextGaussian()
      if (value > bestValue) {
        bestValue = value
        best = arm
      }
    }
    wins[best] = (wins[best] ?? 0) + 1
  }
  return wins.map((count) => count / draws)
}

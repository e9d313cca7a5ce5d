import type { SlotDistribution } from './policy'

/**
 * Bends a distribution by the weights of `prefer` rules and then shares `floor` (0 to 1) evenly,
 * so that every eligible asset keeps at least floor / n and all of them sum to 1:
 * p'ᵢ = (1 − floor) · pᵢwᵢ / Σpw + floor / n. Every policy ends with it. Weights or
 * probabilities that give no positive finite sum count as equal.
 */
export function applyPreference(
  distribution: SlotDistribution,
  weights: readonly number[],
  floor: number,
): SlotDistribution {
  const { probabilities } = distribution
  const count = probabilities.length
  if (count === 1) return { ...distribution, probabilities: [1] }
  const share = floor / count
  const bent = probabilities.map((probability, index) => probability * (weights[index] ?? 1))
  let total = 0
  for (const value of bent) total += value
  const isUsable = total > 0 && Number.isFinite(total)
  return {
    ...distribution,
    probabilities: bent.map(
      (value) => (1 - floor) * (isUsable ? value / total : 1 / count) + share,
    ),
  }
}

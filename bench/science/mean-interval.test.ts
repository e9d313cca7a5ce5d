import { expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { estimateMean } from './mean-interval'

it('holds the true mean of ten values in 95 % of the cases', () => {
  const random = createRandom(12)
  const runs = 4000
  let held = 0
  for (let run = 0; run < runs; run++) {
    const { mean, halfWidth } = estimateMean(
      Array.from({ length: 10 }, () => 3 + random.nextGaussian()),
    )
    if (Math.abs(mean - 3) <= halfWidth) held++
  }
  expect(held / runs).toBeGreaterThan(0.94)
  expect(held / runs).toBeLessThan(0.96)
})

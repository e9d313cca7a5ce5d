import { expect, it } from 'vitest'
import { measureCalibration } from './measure-calibration'

it('is honest about how sure it is of elements', { timeout: 60_000 }, () => {
  const seeds = Array.from({ length: 5 }, (_, index) => 51 + index)
  const { elements, held } = measureCalibration({
    ...{ world: 'strong64', seeds },
    rounds: 10_000,
  })
  expect(elements).toBe(60)
  // 90 % of 60 with a standard error of 4 %.
  expect(held).toBeGreaterThan(0.78)
})

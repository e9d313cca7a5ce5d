import { expect, it } from 'vitest'
import { formatBigCount } from './format-big-count'

it.each([
  [null, '–'],
  [0n, '0'],
  [1_000_000n, '1,000,000'],
  [200n ** 12n, 'about 4.0 × 10^27'],
])('%s is %s', (count, text) => {
  expect(formatBigCount(count)).toBe(text)
})

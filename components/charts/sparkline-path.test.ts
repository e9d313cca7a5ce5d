import { describe, expect, it } from 'vitest'
import { sparklinePath } from './sparkline-path'

describe('sparklinePath', () => {
  it('spans the box from low to high', () => {
    expect(sparklinePath([0, 10], 80, 20)).toBe('M0.0 19.0L80.0 1.0')
  })
  it('runs level through the middle when nothing changes, also for one value', () => {
    expect(sparklinePath([5, 5], 80, 20)).toBe('M0.0 10.0L80.0 10.0')
    expect(sparklinePath([5], 80, 20)).toBe('M0.0 10.0L80.0 10.0')
  })
  it('is empty without values', () => {
    expect(sparklinePath([], 80, 20)).toBe('')
  })
})

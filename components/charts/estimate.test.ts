import { describe, expect, it } from 'vitest'
import { errorDistances, estimateDomain } from './estimate'

const lift = { id: 'a', label: 'A', value: 0.1, low: -0.1, high: 0.4 }

describe('estimateDomain', () => {
  it('starts at zero when nothing is below it', () => {
    const [low, high] = estimateDomain([{ ...lift, low: 0.05 }])
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(0.4)
  })
  it('takes in negative ends and the reference', () => {
    const [low, high] = estimateDomain([lift], 0.8)
    expect(low).toBeLessThan(-0.1)
    expect(high).toBeGreaterThan(0.8)
  })
})

describe('errorDistances', () => {
  it('reaches from the value to both ends', () => {
    const [below, above] = errorDistances(lift)
    expect(below).toBeCloseTo(0.2)
    expect(above).toBeCloseTo(0.3)
  })
})

import { describe, expect, it } from 'vitest'
import { errorDistances, estimateTicks } from './estimate'

const lift = { id: 'a', label: 'A', value: 0.1, low: -0.1, high: 0.4 }

describe('estimateTicks', () => {
  it('starts at zero when nothing is below it', () => {
    expect(estimateTicks([{ ...lift, low: 0.05 }])).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  })
  it('takes in negative ends and the reference', () => {
    expect(estimateTicks([lift], 0.8)).toEqual([-0.2, 0, 0.2, 0.4, 0.6, 0.8])
  })
})

describe('errorDistances', () => {
  it('reaches from the value to both ends', () => {
    const [below, above] = errorDistances(lift)
    expect(below).toBeCloseTo(0.2)
    expect(above).toBeCloseTo(0.3)
  })
})

import { describe, expect, it } from 'vitest'
import { drawIndex } from './draw-index'

describe('drawIndex', () => {
  it.each([
    [[0.2, 0.3, 0.5], 0, 0],
    [[0.2, 0.3, 0.5], 0.2, 1],
    [[0.2, 0.3, 0.5], 0.4999, 1],
    [[0.2, 0.3, 0.5], 0.9999, 2],
    [[0, 1, 0], 0, 1],
    [[0.1, 0.1, 0], 0.9, 1],
    [[Number.NaN, 1], 0.5, 1],
    [[0, 0], 0.5, -1],
    [[], 0.5, -1],
  ])('of %j at %d is %d', (probabilities, uniform, expected) => {
    expect(drawIndex(probabilities, uniform)).toBe(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from './normal'
import { chiSquareSurvival, logGamma, upperIncompleteGamma } from './special-functions'

/** Relative difference; the expected values are SciPy 1.17's. */
const distance = (actual: number, expected: number) => Math.abs(actual / expected - 1)

describe('special functions', () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.7, 1.428072326665388],
    [100, 359.1342053695754],
  ])('logGamma(%d)', (x, expected) => {
    expect(distance(logGamma(x), expected)).toBeLessThan(1e-12)
  })

  it.each([
    [3.84, 1, 0.05004352124870519],
    [0.5, 3, 0.9188914116546758],
    [40, 5, 1.493367900050393e-7],
    [200, 4, 3.75727673578106e-42],
    [1000, 900, 0.010994608942135844],
  ])('chiSquareSurvival(%d, %d)', (x, degrees, expected) => {
    expect(distance(chiSquareSurvival(x, degrees), expected)).toBeLessThan(1e-10)
  })

  it.each([
    [-8, 6.22096057427174e-16],
    [-1.5, 0.06680720126885807],
    [0.3, 0.6179114221889526],
    [4, 0.9999683287581669],
  ])('normalCdf(%d)', (x, expected) => {
    expect(distance(normalCdf(x), expected)).toBeLessThan(1e-10)
  })

  it.each([
    [1e-20, -9.262340089798409],
    [0.001, -3.090232306167813],
    [0.3, -0.5244005127080409],
    [0.975, 1.959963984540054],
    [0.9999999, 5.199337582290661],
  ])('normalQuantile(%d)', (probability, expected) => {
    expect(distance(normalQuantile(probability), expected)).toBeLessThan(1e-10)
  })

  it('inverts the normal distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (probability) => {
        expect(distance(normalCdf(normalQuantile(probability)), probability)).toBeLessThan(1e-9)
      }),
    )
  })

  it('answers NaN outside the domain and the limits at its ends', () => {
    expect(logGamma(0)).toBeNaN()
    expect(upperIncompleteGamma(0, 1)).toBeNaN()
    expect(upperIncompleteGamma(1, -1)).toBeNaN()
    expect(upperIncompleteGamma(2, 0)).toBe(1)
    expect(upperIncompleteGamma(2, Infinity)).toBe(0)
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(1.1)).toBeNaN()
  })
})

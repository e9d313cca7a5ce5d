import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRoot } from './find-root'
import { incompleteBeta, logBeta } from './incomplete-beta'
import { studentTCdf, studentTQuantile, studentTSurvival } from './student-t'

/** Relative difference; the expected values are SciPy 1.17's. */
const distance = (actual: number, expected: number) => Math.abs(actual / expected - 1)

describe('incompleteBeta', () => {
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 3, 0.5, 0.6875],
    [100, 0.5, 0.99, 0.1567758654244408],
    [5000, 0.5, 0.9999, 0.3173105072579534],
    [0.001, 2, 0.1, 0.9985979938799937],
    [300, 200, 0.5, 3.543480264392529e-6],
    [30, 40, 1e-5, 3.1615345482444466e-131],
  ])('of (%d, %d) at %d', (a, b, x, expected) => {
    expect(distance(incompleteBeta(a, b, x), expected)).toBeLessThan(1e-9)
  })

  it('has its limits at the ends and is no number outside', () => {
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1])
    expect(incompleteBeta(0, 1, 0.5)).toBeNaN()
    expect(incompleteBeta(1, 1, 1.1)).toBeNaN()
    expect(logBeta(1, -1)).toBeNaN()
  })
})

describe("Student's t", () => {
  it.each([
    [0, 3, 0.5],
    [1.5, 1, 0.18716704181099886],
    [2.4, 6866.8, 0.008210767330959495],
    [-3, 10, 0.9933281724887152],
    [12, 4.5, 6.891598826636523e-5],
    [40, 30, 6.863022597203209e-28],
  ])('exceeds %d at %d degrees', (t, degrees, expected) => {
    expect(distance(studentTSurvival(t, degrees), expected)).toBeLessThan(1e-9)
  })

  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 6500.3, 1.9603289993088042],
    [0.001, 3.2, -9.32477579995574],
    [0.9999, 2, 70.70007107496818],
    [0.6, 12, 0.25903274567688733],
  ])('has the quantile of %d at %d degrees', (probability, degrees, expected) => {
    expect(distance(studentTQuantile(probability, degrees), expected)).toBeLessThan(1e-9)
  })

  it('inverts itself', () => {
    const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
    const degrees = fc.double({ min: 0.5, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(probability, degrees, (p, df) => {
        expect(distance(studentTCdf(studentTQuantile(p, df), df), p)).toBeLessThan(1e-7)
      }),
    )
  })

  it('answers NaN outside the domain and the limits at its ends', () => {
    expect(studentTSurvival(1, 0)).toBeNaN()
    expect(studentTSurvival(NaN, 1)).toBeNaN()
    expect(studentTQuantile(1.1, 3)).toBeNaN()
    expect([studentTSurvival(Infinity, 3), studentTSurvival(-Infinity, 3)]).toEqual([0, 1])
    expect([studentTQuantile(0, 3), studentTQuantile(1, 3)]).toEqual([-Infinity, Infinity])
  })
})

describe('findRoot', () => {
  it('finds where the sign changes, to the last digit', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
    expect(findRoot((x) => 1 - x, 0, 5)).toBe(1)
  })

  it('answers an end that is a root, or the nearer one where there is none', () => {
    expect(findRoot((x) => x, 0, 5)).toBe(0)
    expect(findRoot((x) => x - 5, 0, 5)).toBe(5)
    expect(findRoot((x) => x + 1, 0, 5)).toBe(0)
  })
})

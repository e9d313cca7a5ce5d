import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitViewers } from './split-viewers'

describe('splitViewers', () => {
  it.each([
    [0.5, 0.2, { outside: 50, holdout: 10, dynamic: 40 }],
    [1, 0, { outside: 0, holdout: 0, dynamic: 100 }],
    [0.01, 0.9, { outside: 99, holdout: 1, dynamic: 0 }],
  ])('traffic %f, holdout %f', (traffic, holdout, expected) => {
    expect(splitViewers(traffic, holdout)).toEqual(expected)
  })

  it('always splits a hundred people, none of them negative', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, (traffic, holdout) => {
        const split = Object.values(splitViewers(traffic, holdout))
        expect(split.reduce((sum, people) => sum + people, 0)).toBe(100)
        expect(split.every((people) => people >= 0 && Number.isInteger(people))).toBe(true)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveItem } from './move-item'

describe('moveItem', () => {
  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 9, 'bca'],
    [2, -4, 'cab'],
  ])('from %i to %i gives %s', (from, to, expected) => {
    expect(moveItem(['a', 'b', 'c'], from, to).join('')).toBe(expected)
  })

  it('loses nothing and keeps the order of the others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { minLength: 1 }),
        fc.nat(),
        fc.integer(),
        (items, n, to) => {
          const from = n % items.length
          const moved = moveItem(items, from, to)
          expect(moved.filter((item) => item !== items[from])).toEqual(
            items.filter((item) => item !== items[from]),
          )
          expect(moved).toHaveLength(items.length)
        },
      ),
    )
  })
})

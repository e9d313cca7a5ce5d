import { expect, it } from 'vitest'
import { moveByKey } from './move-by-key'

const layout = { total: 23, columns: 5, pageRows: 3 }

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 2, 7],
  ['ArrowDown', 20, 22],
  ['ArrowUp', 3, 0],
  ['ArrowUp', 12, 7],
  ['PageDown', 1, 16],
  ['PageUp', 16, 1],
  ['Home', 9, 0],
  ['End', 9, 22],
  ['Tab', 9, null],
  ['x', 9, null],
])('%s from %i leads to %s', (key, index, place) => {
  expect(moveByKey(key, index, layout)).toBe(place)
})

it('leads nowhere in an empty list', () => {
  expect(moveByKey('End', 0, { ...layout, total: 0 })).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { layOutGrid } from './lay-out-grid'

describe('layOutGrid', () => {
  it.each([
    ['as many as fit', '300x250', 948, { columns: 3, columnPx: 300, rowPx: 294 }],
    ['one on a phone', '300x250', 358, { columns: 1, columnPx: 300, rowPx: 294 }],
    ['wide ones smaller', '970x250', 948, { columns: 2, columnPx: 460, rowPx: 163 }],
    ['wide ones as wide as a phone', '970x250', 358, { columns: 1, columnPx: 358, rowPx: 137 }],
    ['narrow ones with room for words', '160x600', 340, { columns: 1, columnPx: 168, rowPx: 644 }],
    ['before the room is known', '300x250', 0, { columns: 1, columnPx: 1, rowPx: 45 }],
  ] as const)('%s', (_, size, roomPx, expected) => {
    expect(layOutGrid(size, roomPx)).toMatchObject(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByteRange } from './byte-range'

const part = (firstByte: number, lastByte: number) => ({
  kind: 'part',
  range: { firstByte, lastByte },
})

describe('readByteRange', () => {
  it.each([
    [null, { kind: 'whole' }],
    ['bytes=0-', part(0, 99)],
    ['bytes=0-1', part(0, 1)],
    ['bytes=10-1000', part(10, 99)],
    ['bytes=99-', part(99, 99)],
    ['bytes=-10', part(90, 99)],
    ['bytes=-1000', part(0, 99)],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=5-4', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
    ['bytes=0-1,4-5', { kind: 'whole' }],
    ['items=0-1', { kind: 'whole' }],
    ['bytes=1e1-', { kind: 'whole' }],
    [`bytes=${'9'.repeat(40)}-`, { kind: 'whole' }],
  ])('reads %s of 100 bytes', (header, expected) => {
    expect(readByteRange(header, 100)).toEqual(expected)
  })

  it('never leaves the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(), (noise, from, to, size) => {
        for (const header of [noise, `bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
          const read = readByteRange(header, size)
          if (read.kind !== 'part') continue
          expect(read.range.firstByte).toBeGreaterThanOrEqual(0)
          expect(read.range.lastByte).toBeGreaterThanOrEqual(read.range.firstByte)
          expect(read.range.lastByte).toBeLessThan(size)
        }
      }),
    )
  })
})

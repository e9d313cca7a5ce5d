import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlayPartitions } from './overlay-partitions'

const partition = fc
  .array(fc.oneof(fc.constant(1), fc.double({ min: 1e-6, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((raw) => {
    const total = raw.reduce((sum, value) => sum + value, 0)
    return Float64Array.from(raw, (value) => value / total)
  })

describe('overlayPartitions', () => {
  it('gives every part of every partition exactly its width, in few pieces', () => {
    fc.assert(
      fc.property(fc.array(partition, { maxLength: 5 }), (partitions) => {
        const sums = partitions.map((widths) => widths.map(() => 0))
        let total = 0
        let pieces = 0
        overlayPartitions(partitions, (parts, width) => {
          expect(width).toBeGreaterThan(0)
          pieces++
          total += width
          sums.forEach((sum, index) => {
            const part = parts[index] ?? 0
            sum[part] = (sum[part] ?? 0) + width
          })
        })
        expect(total).toBeCloseTo(1, 12)
        const parts = partitions.reduce((sum, { length }) => sum + length, 0)
        expect(pieces).toBeLessThanOrEqual(Math.max(1, parts))
        partitions.forEach((widths, index) => {
          widths.forEach((width, part) => {
            expect(Math.abs((sums[index]?.[part] ?? 0) - width)).toBeLessThan(1e-12)
          })
        })
      }),
    )
  })

  it('makes no slivers where boundaries are the same but for rounding', () => {
    const tenths = new Float64Array(10).fill(0.1)
    const halves = new Float64Array(2).fill(0.5)
    const widths: number[] = []
    overlayPartitions([tenths, halves, tenths], (_, width) => widths.push(width))
    expect(widths).toHaveLength(10)
  })
})

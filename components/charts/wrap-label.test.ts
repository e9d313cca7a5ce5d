import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapLabel } from './wrap-label'

describe('wrapLabel', () => {
  it.each([
    ['Rain in town', ['Rain in town']],
    ['From wool, leather and recycled shells', ['From wool,', 'leather and…']],
    ['Donaudampfschifffahrt', ['Donaudampfsc', 'hifffahrt']],
    ['', []],
  ])('breaks %j into %j', (label, lines) => {
    expect(wrapLabel(label, 12, 2)).toEqual(lines)
  })

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (label, length, count) => {
          const lines = wrapLabel(label, length, count)
          expect(lines.length).toBeLessThanOrEqual(count)
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(length)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWallTime, toWallTime } from './flight-time'

describe('flight times', () => {
  it('reads the wall of the zone, across summer time', () => {
    expect(fromWallTime('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00.000Z')
    expect(fromWallTime('2026-12-01T09:00', 'Europe/Berlin')).toBe('2026-12-01T08:00:00.000Z')
    expect(toWallTime('2026-12-01T08:00:00.000Z', 'America/New_York')).toBe('2026-12-01T03:00')
  })

  it('answers nothing for what is no time', () => {
    expect(fromWallTime('', 'Europe/Berlin')).toBe('')
    expect(fromWallTime('tomorrow', 'Europe/Berlin')).toBe('')
  })

  it('comes back to the same instant wherever the wall clock does not jump', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (tenMinutes) => {
        const instant = new Date(tenMinutes * 600_000).toISOString()
        expect(fromWallTime(toWallTime(instant, 'Asia/Tokyo'), 'Asia/Tokyo')).toBe(instant)
      }),
    )
  })
})

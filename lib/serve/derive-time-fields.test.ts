import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayparts, deriveTimeFields, weekdays } from './derive-time-fields'

describe('deriveTimeFields', () => {
  it.each([
    ['UTC', '2026-11-23T05:59:59Z', 5, 'monday', 'night', '2026-11-23'],
    ['UTC', '2026-11-23T06:00:00Z', 6, 'monday', 'morning', '2026-11-23'],
    ['UTC', '2026-11-23T12:00:00Z', 12, 'monday', 'afternoon', '2026-11-23'],
    ['UTC', '2026-11-23T18:00:00Z', 18, 'monday', 'evening', '2026-11-23'],
    ['Europe/Berlin', '2026-11-23T23:30:00Z', 0, 'tuesday', 'night', '2026-11-24'],
    ['Asia/Kolkata', '2026-01-01T18:29:00Z', 23, 'thursday', 'evening', '2026-01-01'],
    ['Asia/Kolkata', '2026-01-01T18:30:00Z', 0, 'friday', 'night', '2026-01-02'],
    ['America/New_York', '2026-03-08T06:59:00Z', 1, 'sunday', 'night', '2026-03-08'],
    ['America/New_York', '2026-03-08T07:00:00Z', 3, 'sunday', 'night', '2026-03-08'],
  ])('%s at %s', (timeZone, at, hour, weekday, daypart, date) => {
    expect(deriveTimeFields(Date.parse(at), timeZone)).toEqual({ hour, weekday, daypart, date })
  })

  it('reads an unknown zone as UTC', () => {
    const nowMs = Date.parse('2026-11-23T09:00:00Z')
    expect(deriveTimeFields(nowMs, 'Mars/Olympus')).toEqual(deriveTimeFields(nowMs, 'UTC'))
  })

  it('agrees with the UTC clock in whatever order instants are asked for', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 20 }), (instants) => {
        for (const nowMs of instants) {
          const now = new Date(nowMs)
          const fields = deriveTimeFields(nowMs, 'UTC')
          expect(fields.hour).toBe(now.getUTCHours())
          expect(fields.weekday).toBe(weekdays[(now.getUTCDay() + 6) % 7])
          expect(fields.daypart).toBe(dayparts[Math.floor(now.getUTCHours() / 6)])
          expect(fields.date).toBe(now.toISOString().slice(0, 10))
        }
      }),
    )
  })
})

import { expect, it } from 'vitest'
import { endOfDay, firstDay, lastDay, startOfDay } from './rights-days'

it.each(['2026-01-01', '2026-02-28', '2028-02-29', '2026-03-29', '2026-10-25', '2026-12-31'])(
  'the day %s comes back as it was given',
  (day) => {
    expect(firstDay(startOfDay(day))).toBe(day)
    expect(lastDay(endOfDay(day))).toBe(day)
    expect(Date.parse(endOfDay(day) ?? '')).toBeGreaterThan(Date.parse(startOfDay(day) ?? ''))
  },
)

it('no day is no limit', () => {
  expect([startOfDay(''), endOfDay(''), firstDay(null), lastDay(null)]).toEqual([
    null,
    null,
    '',
    '',
  ])
})

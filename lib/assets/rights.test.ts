import { expect, it } from 'vitest'
import { findRightsStatus } from './rights'

const now = new Date('2026-11-28T12:00:00Z')
const at = (time: string) => new Date(time)

it.each([
  [null, null, 'fine'],
  [at('2026-11-28T12:00:00Z'), null, 'fine'],
  [at('2026-11-28T12:00:00.001Z'), null, 'not_yet'],
  [null, at('2026-11-28T12:00:00Z'), 'ended'],
  [null, at('2026-11-28T12:00:00.001Z'), 'ending'],
  [null, at('2026-12-28T12:00:00Z'), 'ending'],
  [null, at('2026-12-28T12:00:00.001Z'), 'fine'],
  [at('2027-01-01T00:00:00Z'), at('2027-01-02T00:00:00Z'), 'not_yet'],
])('rights from %s to %s are %s', (rightsStartAt, rightsEndAt, status) => {
  expect(findRightsStatus({ rightsStartAt, rightsEndAt }, now)).toBe(status)
})

import { expect, it } from 'vitest'
import { findFlightPhase } from './find-flight-phase'

const flight = { startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2026-12-31T00:00:00.000Z' }

it.each([
  ['2026-11-30T23:59:59.999Z', 'before'],
  ['2026-12-01T00:00:00.000Z', 'during'],
  ['2026-12-31T00:00:00.000Z', 'after'],
] as const)('puts %s %s the flight', (at, phase) => {
  expect(findFlightPhase(flight, at)).toBe(phase)
  expect(findFlightPhase(null, at)).toBe('during')
})

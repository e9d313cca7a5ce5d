import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatDuration, formatRelative } from './format-date'
import {
  formatBytes,
  formatChange,
  formatCompact,
  formatCount,
  formatInterval,
  formatMicros,
  formatPercent,
} from './format-number'

describe('numbers', () => {
  it.each([
    [formatCount(1234567), '1,234,567'],
    [formatCompact(1234567), '1.2M'],
    [formatPercent(0.0123), '1.23%'],
    [formatChange(0.12), '+12.0%'],
    [formatChange(-0.005), '-0.5%'],
    [formatMicros(1_500_000, 'EUR'), '€1.50'],
    [formatBytes(0), '0 B'],
    [formatBytes(999), '999 B'],
    [formatBytes(153_600), '153.6 kB'],
    [formatInterval(0.018, 0.024), '1.80%–2.40%'],
    [formatInterval(null, 0.024), '–'],
    [formatCount(Number.NaN), '–'],
    [formatCount(undefined), '–'],
  ])('%j is %j', (actual, expected) => {
    expect(actual).toBe(expected)
  })
})

describe('times', () => {
  const now = Date.UTC(2026, 10, 23, 23, 30)
  it('is written in the asked time zone', () => {
    expect(formatDate(now)).toBe('23 Nov 2026')
    expect(formatDate(now, 'Europe/Berlin')).toBe('24 Nov 2026')
    expect(formatDateTime(now)).toBe('23 Nov 2026, 23:30')
  })
  it.each([
    [-20_000, 'now'],
    [-90_000, '1 minute ago'],
    [-3 * 3_600_000, '3 hours ago'],
    [-86_400_000, 'yesterday'],
    [2 * 86_400_000, 'in 2 days'],
  ])('is %i ms away: %j', (offsetMs, expected) => {
    expect(formatRelative(now + offsetMs, now)).toBe(expected)
  })
  it.each([
    [42.4, '42 ms'],
    [61_000, '1 min 1 s'],
    [90_061_000, '1 d 1 h'],
  ])('lasts %i ms: %j', (durationMs, expected) => {
    expect(formatDuration(durationMs)).toBe(expected)
  })
})

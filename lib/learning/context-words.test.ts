import { describe, expect, it } from 'vitest'
import { contextFeatureSchema } from '@/lib/decision/snapshot'
import { DAYPARTS, DEVICE_CLASSES, WEATHER_CONDITIONS } from '@/lib/segments/field-options'
import { labelContextValue, phraseContextValue } from './context-words'

const segments = [{ id: 's1', name: 'Gold members' }]

describe('words for contexts', () => {
  it('has words for every value of every feature', () => {
    const stock = ['in', 'low', 'out'].map((value) => ({ value }))
    const known = { device: DEVICE_CLASSES, daypart: DAYPARTS, weather: WEATHER_CONDITIONS, stock }
    for (const [feature, options] of Object.entries(known)) {
      for (const value of [...options.map((option) => option.value), 'unknown']) {
        expect(phraseContextValue(feature, value, [])).not.toMatch(/^where/)
        expect(labelContextValue(feature, value, [])).toMatch(/^[A-Z]/)
      }
    }
    expect(Object.keys(known)).toHaveLength(contextFeatureSchema.options.length - 1)
  })

  it('names segments, also those that are gone', () => {
    const label = (value: string) => labelContextValue('segment', value, segments)
    expect(['s1', 'none', 's2'].map(label)).toEqual([
      ...['Gold members', 'No segment', 'A segment that is gone'],
    ])
    expect(phraseContextValue('segment', 's1', segments)).toBe('for “Gold members”')
    expect(phraseContextValue('segment', 'none', segments)).toBe('for viewers in no segment')
  })

  it('has an answer for names that nobody foresaw', () => {
    expect(phraseContextValue('constructor', 'x', [])).toBe('where constructor is x')
    expect(phraseContextValue('device', 'toString', [])).toBe('where device is toString')
    expect(labelContextValue('__proto__', 'x', [])).toBe('x')
  })
})

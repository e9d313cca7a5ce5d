import { describe, expect, it } from 'vitest'
import { createFeedIndex, type FeedEntry, resolveFeedFields, weatherPlaces } from './feed-fields'

const entry = (
  kind: FeedEntry['kind'],
  key: string,
  value: unknown,
  expiresAtMs: number | null = null,
): FeedEntry => ({ kind, key, value, expiresAtMs })

const index = createFeedIndex(
  [
    entry('weather', 'NL-NH', { condition: 'rain', temperatureC: 7 }, 5_000),
    entry('weather', 'NL', { condition: 'clouds', temperatureC: 9 }),
    entry('weather', 'default', { condition: 'clear', temperatureC: 20 }),
    entry('stock', 'boots.42', { availability: 'in_stock', quantity: 3 }),
    entry('stock', 'coat', { availability: 'out_of_stock' }),
    entry('promotion', 'summer', { active: true, label: '20 % off' }),
  ],
  7,
)
const names = [
  'weather.condition',
  'weather.temperatureC',
  'stock.boots.42',
  'stock.boots.42.quantity',
  'stock.coat',
  'stock.coat.quantity',
  'promotion.summer',
  'promotion.summer.label',
  'promotion.__proto__',
  'promotion.summer.constructor',
]

describe('resolveFeedFields', () => {
  it('reads what is there, by name, and nothing else', () => {
    const { fields } = resolveFeedFields(index, names, ['NL-NH', 'NL', 'default'], 1_000)
    expect(fields).toEqual({
      'weather.condition': 'rain',
      'weather.temperatureC': 7,
      'stock.boots.42': 'in_stock',
      'stock.boots.42.quantity': 3,
      'stock.coat': 'out_of_stock',
      'promotion.summer': true,
      'promotion.summer.label': '20 % off',
    })
  })

  it('falls back to the wider place once the nearer value expired', () => {
    const places = ['NL-NH', 'NL', 'default']
    expect(resolveFeedFields(index, names, places, 4_999).expiresAtMs).toBe(5_000)
    const later = resolveFeedFields(index, names, places, 5_000)
    expect(later.fields['weather.condition']).toBe('clouds')
    expect(later.expiresAtMs).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('weatherPlaces', () => {
  it.each([
    [null, null, ['default']],
    ['NL', null, ['NL', 'default']],
    ['NL', 'NH', ['NL-NH', 'NL', 'default']],
    ['NL', 'NL-NH', ['NL-NH', 'NL', 'default']],
  ])('%s %s', (country, region, expected) => {
    expect(weatherPlaces(country, region)).toEqual(expected)
  })
})

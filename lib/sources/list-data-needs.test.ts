import { describe, expect, it } from 'vitest'
import type { Condition } from '@/lib/decision/condition'
import type { AttributeSummary } from '@/lib/profiles/profile'
import { type KnownFeed, listDataNeeds } from './list-data-needs'

const now = Date.parse('2026-11-24T12:00:00Z')
const reads = (name: string, ...fields: string[]) => ({
  name,
  condition: {
    kind: 'all',
    of: fields.map((field): Condition => ({
      kind: 'compare',
      field,
      operator: 'exists',
      value: null,
    })),
  } satisfies Condition,
})
const tier: AttributeSummary = {
  name: 'tier',
  type: 'string',
  profileCount: 7,
  examples: [],
  min: null,
  max: null,
}
const feed = (kind: KnownFeed['kind'], lastPushAt: string | null, ...keys: string[]) => ({
  kind,
  lastPushAt,
  keys,
})
const summary = (needs: ReturnType<typeof listDataNeeds>) =>
  needs.map(({ id, state, usedBy }) => [id, state, ...usedBy])

describe('listDataNeeds', () => {
  it('gathers what is read, by whom, the missing first', () => {
    const needs = listDataNeeds(
      [
        reads('Gold', 'profile.tier', 'device.class', 'time.hour'),
        reads('Rain', 'weather.condition', 'weather.temperatureC', 'profile.tier'),
        reads('Near', 'place.country', 'page.category', 'profile.city'),
      ],
      [tier],
      [feed('weather', '2026-11-24T11:00:00Z', 'NL')],
      now,
    )
    expect(summary(needs)).toEqual([
      ['profile.city', 'missing', 'Near'],
      ['profile.tier', 'arrives', 'Gold', 'Rain'],
      ['request', 'arrives', 'Gold'],
      ['weather', 'arrives', 'Rain'],
      ['edge', 'arrives', 'Near'],
      ['page', 'arrives', 'Near'],
    ])
    expect(needs[1]).toMatchObject({ kind: 'attribute', customerCount: 7 })
  })

  it.each<[string, KnownFeed | null, string]>([
    ['no feed', null, 'missing'],
    ['no push', feed('stock', null), 'missing'],
    ['no values', feed('stock', '2026-11-24T11:00:00Z'), 'missing'],
    ['another product', feed('stock', '2026-11-24T11:00:00Z', 'hat'), 'partial'],
    ['an old push', feed('stock', '2026-11-23T11:59:00Z', 'a.b', 'coat'), 'stale'],
    ['all that is read', feed('stock', '2026-11-23T12:00:00Z', 'a.b', 'coat'), 'arrives'],
  ])('judges stock with %s', (_name, known, state) => {
    const readers = [reads('Stock', 'stock.coat', 'stock.coat.quantity', 'stock.a.b')]
    expect(listDataNeeds(readers, [], known ? [known] : [], now)).toMatchObject([
      { id: 'stock', kind: 'stock', state },
    ])
  })

  it('names the keys that were never delivered', () => {
    const readers = [reads('Offer', 'promotion.autumn', 'promotion.spring.discountPercent')]
    const feeds = [feed('promotion', '2020-01-01T00:00:00Z', 'autumn')]
    expect(listDataNeeds(readers, [], feeds, now)).toMatchObject([{ missingKeys: ['spring'] }])
    expect(listDataNeeds(readers.slice(0, 0), [], feeds, now)).toEqual([])
  })
})

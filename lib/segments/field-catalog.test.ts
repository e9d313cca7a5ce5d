import { describe, expect, it } from 'vitest'
import { fieldNameSchema } from '@/lib/decision/condition'
import { stockValueSchema, weatherValueSchema } from '@/lib/feeds/feed'
import { dayparts, weekdays } from '@/lib/serve/derive-time-fields'
import { browserNames, deviceClasses, operatingSystems } from '@/lib/serve/parse-device'
import { buildFieldCatalog, createUnknownField } from './field-catalog'

const nothing = { attributes: [], stockIds: [], promotionIds: [], pageCategories: [] }
const text = { examples: ['gold'], min: null, max: null }

describe('buildFieldCatalog', () => {
  it('offers exactly the values that serving knows', () => {
    const valuesOf = (name: string) =>
      buildFieldCatalog({ ...nothing, stockIds: ['coat'] })
        .find((field) => field.name === name)
        ?.options.map(({ value }) => value)
    expect(valuesOf('device.class')).toEqual([...deviceClasses])
    expect(valuesOf('device.os')).toEqual([...operatingSystems])
    expect(valuesOf('device.browser')).toEqual([...browserNames])
    expect(valuesOf('time.weekday')).toEqual([...weekdays])
    expect(valuesOf('time.daypart')).toEqual([...dayparts])
    expect(valuesOf('weather.condition')).toEqual(weatherValueSchema.shape.condition.options)
    expect(valuesOf('stock.coat')).toEqual(stockValueSchema.shape.availability.options)
  })

  it('asks an attribute by the type most customers have', () => {
    const fields = buildFieldCatalog({
      ...nothing,
      attributes: [
        { name: 'size', type: 'string', profileCount: 2, ...text },
        { name: 'size', type: 'number', profileCount: 9, examples: [], min: 1, max: 4 },
        { name: 'loyaltyTier', type: 'string', profileCount: 5, ...text },
      ],
    }).filter(({ group }) => group === 'Customer')
    expect(fields.map(({ name, label, type }) => [name, label, type])).toEqual([
      ['profile.size', 'Size', 'number'],
      ['profile.loyaltyTier', 'Loyalty tier', 'text'],
    ])
    expect(fields[1]?.options).toEqual([{ value: 'gold', label: 'gold' }])
  })

  it('has names that conditions accept, each once', () => {
    const names = buildFieldCatalog({
      attributes: [{ name: 'tier', type: 'string', profileCount: 1, ...text }],
      stockIds: ['coat', 'SKU-1.5'],
      promotionIds: ['autumn'],
      pageCategories: ['shoes'],
    }).map(({ name }) => name)
    expect(names.filter((name) => !fieldNameSchema.safeParse(name).success)).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('createUnknownField', () => {
  it('takes its type from the value', () => {
    expect(createUnknownField('profile.age', 4).type).toBe('number')
    expect(createUnknownField('profile.age', ['a']).type).toBe('text')
    expect(createUnknownField('promotion.x', false).type).toBe('boolean')
  })
})

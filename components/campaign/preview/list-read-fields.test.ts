import { describe, expect, it } from 'vitest'
import type { Condition, Operator, Scalar } from '@/lib/decision/condition'
import { groupReadFields, listReadFields } from './list-read-fields'

const compare = (
  field: string,
  operator: Operator,
  value: Scalar | Scalar[] | null,
): Condition => ({ kind: 'compare', field, operator, value })
const segment = (condition: Condition) => ({ id: 's', name: 'S', condition })

describe('listReadFields', () => {
  it('gathers fields and values from every depth, each once, in order', () => {
    const fields = listReadFields({
      rules: [],
      segments: [
        segment({
          kind: 'any',
          of: [
            compare('profile.tier', 'in', ['gold', 'silver']),
            { kind: 'not', of: compare('profile.tier', 'equals', 'gold') },
            compare('profile.age', 'atLeast', 18),
          ],
        }),
        segment(compare('promotion.autumn', 'exists', null)),
        segment({ kind: 'segment', segmentId: 'other' }),
      ],
    })
    expect(fields).toEqual([
      { name: 'profile.age', type: 'number', values: [18] },
      { name: 'profile.tier', type: 'text', values: ['gold', 'silver'] },
      { name: 'promotion.autumn', type: 'boolean', values: [] },
    ])
  })
})

describe('groupReadFields', () => {
  it('puts each field into one group and leaves out what has a control of its own', () => {
    const names = ['device.class', 'stock.coat', 'profile.tier', 'weather.temperatureC']
    const segments = names.map((name) => segment(compare(name, 'exists', null)))
    const groups = groupReadFields({ rules: [], segments })
    expect(groups.map(({ title, fields }) => [title, fields.map(({ name }) => name)])).toEqual([
      ['Products and offers', ['stock.coat']],
      ['The customer', ['profile.tier']],
      ['The moment and the page', ['weather.temperatureC']],
    ])
  })
})

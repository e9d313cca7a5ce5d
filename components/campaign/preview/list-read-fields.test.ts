import { describe, expect, it } from 'vitest'
import type { Condition, Operator, Scalar } from '@/lib/decision/condition'
import { listReadFields } from './list-read-fields'

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

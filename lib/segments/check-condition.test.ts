import { describe, expect, it } from 'vitest'
import type { Condition } from '@/lib/decision/condition'
import { checkCondition } from './check-condition'

const compare = (operator: 'equals' | 'in' | 'exists', value: string | string[] | null) =>
  ({ kind: 'compare', field: 'profile.tier', operator, value }) as const

describe('checkCondition', () => {
  it.each<[string, Condition, string[]]>([
    ['a whole comparison', compare('equals', 'gold'), []],
    ['no value needed', compare('exists', null), []],
    ['an empty value', compare('equals', ''), ['']],
    ['blanks', compare('equals', '  '), ['']],
    ['an empty list', compare('in', []), ['']],
    ['an empty group', { kind: 'all', of: [] }, ['']],
    [
      'parts that miss something',
      {
        kind: 'all',
        of: [
          compare('equals', 'gold'),
          { kind: 'not', of: { kind: 'any', of: [compare('in', []), compare('in', ['a'])] } },
          { kind: 'segment', segmentId: '' },
        ],
      },
      ['1.0.0', '2'],
    ],
  ])('%s', (_name, condition, paths) => {
    expect(checkCondition(condition).map(({ path }) => path)).toEqual(paths)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conditionSchema, type Condition } from './condition'

const leaf = { kind: 'compare', field: 'device.class', operator: 'equals', value: 'tv' } as const
const nest = (times: number): Condition => {
  let condition: Condition = leaf
  for (let depth = 0; depth < times; depth++) condition = { kind: 'all', of: [condition] }
  return condition
}

describe('conditionSchema', () => {
  it('takes what the editor makes, and returns it unchanged', () => {
    for (const depth of [0, 1, 11]) expect(conditionSchema.parse(nest(depth))).toEqual(nest(depth))
  })

  it('refuses a hostile depth with an issue, not with a crash', () => {
    for (const depth of [12, 100_000]) {
      const result = conditionSchema.safeParse(nest(depth))
      expect(result.error?.issues.map((issue) => issue.message)).toEqual([
        'Conditions nest at most 12 deep',
      ])
    }
  })

  it.each([
    [null],
    ['all'],
    [{ kind: 'all', of: leaf }],
    [{ of: [[[]]] }],
    [{ ...leaf, field: '__proto__' }],
  ])('refuses %j', (value) => {
    expect(conditionSchema.safeParse(value).success).toBe(false)
  })

  it('still describes itself as JSON Schema', () => {
    expect(JSON.stringify(z.toJSONSchema(conditionSchema, { io: 'input' }))).toContain('notExists')
  })
})

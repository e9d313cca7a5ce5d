import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from '@/lib/decision/compile-condition'
import type { Condition } from '@/lib/decision/condition'
import { couldHold } from './could-hold'

const compare = (field: string, value: string): Condition => ({
  ...{ kind: 'compare', operator: 'equals', field, value },
})
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(fc.constantFrom('locale.language', 'device.class'), fc.constantFrom('a', 'b'))
      .map(([field, value]) => compare(field, value)),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
  ),
})).condition

describe('couldHold', () => {
  it('knows who a condition leaves out', () => {
    const german = compare('locale.language', 'de')
    const goldGermans: Condition = { kind: 'all', of: [german, compare('profile.tier', 'gold')] }
    expect(couldHold(goldGermans, { 'locale.language': 'de' })).toBe(true)
    expect(couldHold(goldGermans, { 'locale.language': 'en' })).toBe(false)
    expect(couldHold({ kind: 'not', of: goldGermans }, { 'locale.language': 'de' })).toBe(true)
    expect(couldHold({ kind: 'not', of: german }, { 'locale.language': 'de' })).toBe(false)
  })

  it('never rules out what the engine finds to hold', () => {
    const known = fc.constantFrom('a', 'b')
    fc.assert(
      fc.property(
        conditions,
        known,
        fc.constantFrom('a', 'b', 'c'),
        (condition, language, device) => {
          const holds = compileCondition(condition)(
            { 'locale.language': language, 'device.class': device },
            [],
          )
          if (holds) expect(couldHold(condition, { 'locale.language': language })).toBe(true)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromMapping, guessMapping, toMapping } from './guess-mapping'
import { mappingSchema } from './mapping'

const rolesOf = (columns: string[], rows: Record<string, string>[] = []) =>
  guessMapping(columns, rows).map(({ role }) => role)

describe('guessMapping', () => {
  it('finds the identifier and the consent, and leaves out who a person is', () => {
    expect(
      rolesOf(['Customer ID', 'First name', 'E-mail', 'Phone', 'Marketing opt-in', 'Tier']),
    ).toEqual(['identifier', 'ignored', 'ignored', 'ignored', 'consent', 'attribute'])
    expect(rolesOf(['id', 'opted in'])).toEqual(['identifier', 'consent'])
    expect(rolesOf(['E-Mail', 'Einwilligung', 'Stadt'])).toEqual([
      'identifier',
      'consent',
      'attribute',
    ])
  })

  it('names attributes and guesses their types', () => {
    const rows = [
      {
        'Loyalty tier': 'gold',
        AGE: '41',
        'Größe (cm)': '1e2',
        vip: 'yes',
        code: '007',
        empty: '',
      },
      { 'Loyalty tier': '', AGE: '', 'Größe (cm)': '170', vip: 'No', code: '12', empty: '' },
    ]
    expect(
      guessMapping(Object.keys(rows[0] ?? {}), rows).map(({ attribute, type }) => [
        attribute,
        type,
      ]),
    ).toEqual([
      ['loyaltyTier', 'string'],
      ['age', 'number'],
      ['groECm', 'number'],
      ['vip', 'boolean'],
      ['code', 'string'],
      ['empty', 'string'],
    ])
  })

  it('never gives two columns one name, nor a name that is not allowed', () => {
    expect(guessMapping(['tier', 'Tier', '2tier'], []).map(({ attribute }) => attribute)).toEqual([
      'tier',
      'tier2',
      'tier3',
    ])
    expect(rolesOf(['constructor', '__proto__', '日本', '1'])).toEqual([
      'ignored',
      'attribute',
      'ignored',
      'ignored',
    ])
  })

  it('makes a mapping that is accepted, of any columns with an id and a consent', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 })), (others) => {
        const columns = [...new Set(['customer_id', 'consent', ...others.map((one) => `x ${one}`)])]
        const made = toMapping(guessMapping(columns, []))
        expect(made.kind === 'ok' && mappingSchema.safeParse(made.mapping).success).toBe(true)
      }),
    )
  })
})

describe('toMapping', () => {
  it('says what is missing', () => {
    expect(toMapping(guessMapping(['tier'], []))).toMatchObject({
      kind: 'invalid',
      issues: [expect.stringContaining('Tells customers apart'), expect.stringContaining('agreed')],
    })
    const roles = guessMapping(['id', 'consent', 'tier', 'city'], [])
    const same = roles.map((role) => ({ ...role, attribute: 'tier' }))
    expect(toMapping(same)).toMatchObject({ issues: ['Each attribute needs a name of its own.'] })
    const mail = roles.map((role) => ({ ...role, attribute: 'email' }))
    expect(toMapping(mail).kind).toBe('invalid')
  })

  it('is undone by fromMapping', () => {
    const made = toMapping(guessMapping(['id', 'consent', 'tier'], []))
    if (made.kind !== 'ok') throw new Error('expected a mapping')
    expect(toMapping(fromMapping(made.mapping))).toEqual(made)
  })
})

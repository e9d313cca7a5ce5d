import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMULAS, NAUGHTY, POLLUTIONS } from '@/scripts/testing/attacks'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { mapCustomer, type Mapping, mappingSchema } from './mapping'

const mapping: Mapping = {
  idColumn: 'E-mail',
  consentColumn: 'Consent',
  attributes: [
    { column: 'Tier', attribute: 'tier', type: 'string' },
    { column: 'Spent', attribute: 'spent', type: 'number' },
    { column: 'Vip', attribute: 'vip', type: 'boolean' },
  ],
}
const customer = { 'E-mail': ' Ann@Shop.example ', Consent: 'Yes', Tier: 'gold' }

describe('mapCustomer', () => {
  it('maps what the mapping names and nothing else', () => {
    expect(mapCustomer({ ...customer, Spent: '12.50', Vip: 'no', Secret: 'x' }, mapping)).toEqual({
      kind: 'ok',
      identifier: 'Ann@Shop.example',
      hasConsent: true,
      attributes: { tier: 'gold', spent: 12.5, vip: false },
    })
  })

  it.each(['no', '', 'maybe', '0', 'ja', ' ', 'yes!'])('takes “%s” for no consent', (consent) => {
    expect(mapCustomer({ ...customer, Consent: consent }, mapping)).toEqual({
      kind: 'ok',
      identifier: 'Ann@Shop.example',
      hasConsent: false,
      attributes: {},
    })
  })

  it.each(['yes', 'Y', 'TRUE', '1', 'granted', 'opt-in', true, 1])(
    'takes %s for consent',
    (yes) => {
      expect(mapCustomer({ ...customer, Consent: yes }, mapping)).toMatchObject({
        hasConsent: true,
      })
    },
  )

  it.each<[string, Record<string, unknown>, string]>([
    ['no id', { Consent: 'yes' }, 'E-mail'],
    ['a blank id', { ...customer, 'E-mail': '  ' }, 'E-mail'],
    ['an id that is no text', { ...customer, 'E-mail': { $ne: 1 } }, 'E-mail'],
    ['a long id', { ...customer, 'E-mail': 'a'.repeat(255) }, 'E-mail'],
    ['no number', { ...customer, Spent: '12,50' }, 'Spent'],
    ['a hexadecimal number', { ...customer, Spent: '0x10' }, 'Spent'],
    ['an infinite number', { ...customer, Spent: 'Infinity' }, 'Spent'],
    ['neither yes nor no', { ...customer, Vip: 'perhaps' }, 'Vip'],
    ['long text', { ...customer, Tier: 'x'.repeat(257) }, 'Tier'],
  ])('refuses %s', (_name, record, column) => {
    expect(mapCustomer(record, mapping)).toMatchObject({ kind: 'refused', column })
  })

  it('leaves out what is empty', () => {
    expect(mapCustomer({ ...customer, Spent: '', Vip: ' ' }, mapping)).toMatchObject({
      attributes: { tier: 'gold' },
    })
  })

  it('makes only storable texts and finite numbers of anything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('E-mail', 'Consent', 'Tier', 'Spent', 'Vip'),
          fc.anything({ maxDepth: 1 }),
        ),
        fc.string({ unit: 'binary' }),
        (record, text) => {
          const mapped = mapCustomer({ ...record, Consent: 'yes', Tier: text }, mapping)
          if (mapped.kind === 'refused') return
          for (const value of Object.values(mapped.attributes)) {
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
            if (typeof value === 'string') {
              expect(value.isWellFormed() && !value.includes('\0')).toBe(true)
            }
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('mappingSchema', () => {
  const withAttribute = (attribute: string) => ({
    ...mapping,
    attributes: [{ column: 'A', attribute, type: 'string' }],
  })
  it.each(['__proto__', 'constructor', 'prototype', 'email', 'customerId', 'Tier', 'a b', 'ü', ''])(
    'refuses the attribute “%s”',
    (name) => {
      expect(mappingSchema.safeParse(withAttribute(name)).success).toBe(false)
    },
  )

  it('refuses two columns for one attribute', () => {
    const twice = { ...mapping, attributes: [...mapping.attributes, ...mapping.attributes] }
    expect(mappingSchema.safeParse(twice).success).toBe(false)
  })
})

describeFixtures('mapCustomer', 'attack', () => {
  it.each([
    ['naughty strings', NAUGHTY],
    ['formulas', FORMULAS],
    ['prototype pollution', POLLUTIONS],
  ])('keeps %s as they are, or says why not', (_name, payloads) => {
    expect(payloads.length).toBeGreaterThan(4)
    for (const payload of payloads) {
      const mapped = mapCustomer({ ...customer, Tier: payload }, mapping)
      const text = payload.trim()
      if (text.length > 256) expect(mapped.kind).toBe('refused')
      else expect(mapped).toMatchObject({ attributes: text === '' ? {} : { tier: text } })
    }
    expect({}).not.toHaveProperty('json spaces')
  })

  it('finds no column by a name that objects inherit', () => {
    for (const payload of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(mapCustomer({ Consent: 'yes' }, { ...mapping, idColumn: payload }).kind).toBe(
        'refused',
      )
    }
  })
})

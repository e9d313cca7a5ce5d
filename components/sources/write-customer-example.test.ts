import { expect, it } from 'vitest'
import { mapCustomer, type Mapping } from '@/lib/sources/mapping'
import { webhookBodySchema } from '@/lib/sources/source'
import { writeCustomerExample } from './write-customer-example'

it('writes a delivery that the mapping takes whole', () => {
  const mapping: Mapping = {
    idColumn: 'customer',
    consentColumn: 'agreed',
    attributes: [
      { column: 'Tier', attribute: 'tier', type: 'string' },
      { column: 'orders', attribute: 'orders', type: 'number' },
      { column: 'news', attribute: 'newsletter', type: 'boolean' },
    ],
  }
  const body = webhookBodySchema.parse(JSON.parse(writeCustomerExample(mapping)))
  expect(mapCustomer(body.customers[0] ?? {}, mapping)).toEqual({
    kind: 'ok',
    identifier: '1042',
    hasConsent: true,
    attributes: { tier: 'text', orders: 1, newsletter: true },
  })
})

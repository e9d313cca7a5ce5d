import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { mapCustomer } from '@/lib/sources/mapping'
import {
  createCustomers,
  CUSTOMER_COUNT,
  CUSTOMER_MAPPING,
  isBrokenRow,
  writeCustomersCsv,
} from './demo-customers'

const customers = createCustomers()
const records = parse<Record<string, string>>(writeCustomersCsv(customers), { columns: true })
const mapped = records.map((record) => mapCustomer(record, CUSTOMER_MAPPING))

describe('customers', () => {
  it('are the same every time, each with an id of their own', () => {
    expect(createCustomers()).toEqual(customers)
    expect(new Set(customers.map(({ customerId }) => customerId)).size).toBe(CUSTOMER_COUNT)
    expect(createCustomers(10)).toEqual(customers.slice(0, 10))
  })

  it('are refused exactly where a row is broken', () => {
    expect(records).toHaveLength(CUSTOMER_COUNT)
    mapped.forEach(({ kind }, index) => {
      expect([index, kind]).toEqual([index, isBrokenRow(index) ? 'refused' : 'ok'])
    })
    expect(mapped.filter(({ kind }) => kind === 'refused').length).toBeGreaterThan(10)
  })

  it('bring attributes only where they agreed', () => {
    mapped.forEach((row, index) => {
      if (row.kind !== 'ok') return
      expect(row.hasConsent).toBe(customers[index]?.hasConsent)
      if (!row.hasConsent) expect(row.attributes).toEqual({})
      else expect(row.attributes['orders']).toBe(customers[index]?.orders)
    })
    const share = customers.filter(({ hasConsent }) => hasConsent).length / CUSTOMER_COUNT
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.86)
  })
})

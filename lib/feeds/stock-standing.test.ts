import { expect, it } from 'vitest'
import { readStanding } from './stock-standing'

it.each([
  [{ availability: 'in_stock' }, true],
  [{ availability: 'in_stock', quantity: 3 }, true],
  [{ availability: 'in_stock', quantity: 0 }, false],
  [{ availability: 'out_of_stock', quantity: 3 }, false],
  [{ availability: 'preorder', quantity: 0 }, true],
  [{ availability: 'backorder', quantity: 0 }, true],
])('tells whether %j can be bought', (value, isInStock) => {
  expect(readStanding(value)).toEqual({
    ...{ isInStock, priceMicros: null, currency: null, priceEndsAtMs: null },
  })
})

it('tells the price, and nothing of what it can’t read', () => {
  const value = { availability: 'in_stock', priceMicros: 5, currency: 'EUR' }
  const standing = { isInStock: true, priceMicros: 5, currency: 'EUR' }
  expect(readStanding(value)).toEqual({ ...standing, priceEndsAtMs: null })
  expect(readStanding({ ...value, priceEndsAt: '2026-11-28T12:00:00+01:00' })).toEqual({
    ...{ ...standing, priceEndsAtMs: Date.parse('2026-11-28T11:00:00Z') },
  })
  for (const other of [null, undefined, 'in_stock', { availability: 'perhaps' }]) {
    expect(readStanding(other)).toBeNull()
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePrice } from './parse-price'

describe('parsePrice', () => {
  it.each([
    ['15.00 USD', 15_000_000, 'USD'],
    ['EUR 19,99', 19_990_000, 'EUR'],
    ['1299SEK', 1_299_000_000, 'SEK'],
    ['0 GBP', 0, 'GBP'],
  ])('reads %s', (text, priceMicros, currency) => {
    expect(parsePrice(text)).toEqual({ priceMicros, currency })
  })

  it.each(['', '15', 'USD', '-1 USD', '1.234,50 EUR', '1e3 EUR', 'EUR 1 EUR', '1 eur', 'NaN EUR'])(
    'reads no price in “%s”',
    (text) => expect(parsePrice(text)).toBeNull(),
  )

  it('gives back every amount of whole cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => {
        const price = parsePrice(`${(cents / 100).toFixed(2)} EUR`)
        expect(price).toEqual({ priceMicros: cents * 10_000, currency: 'EUR' })
      }),
    )
  })
})

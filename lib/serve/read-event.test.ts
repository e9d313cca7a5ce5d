import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvent, readEventKind, toMicros } from './read-event'

const from = (query: Record<string, string>) => ({ query: (name: string) => query[name] ?? null })

describe('readEvent', () => {
  it('reads a conversion with its money exact', () => {
    const query = { value: '12.345678', currency: 'eur', order: 'o-1', id: 'e-1' }
    expect(readEvent('conversion', from(query))).toEqual({
      kind: 'ok',
      event: {
        kind: 'conversion',
        valueMicros: 12_345_678,
        currency: 'EUR',
        orderId: 'o-1',
        eventId: 'e-1',
      },
    })
  })

  it('takes empty parameters as left out', () => {
    const read = readEvent('conversion', from({ value: '', currency: '', order: '', id: '' }))
    expect(read).toEqual({ kind: 'ok', event: { kind: 'conversion' } })
  })

  it.each(['-1', '1e3', '${AUCTION_PRICE}', '0x10', '1,50', '1.2345678', 'NaN', ' 1'])(
    'refuses the value %j',
    (value) => {
      expect(readEvent('conversion', from({ value })).kind).toBe('invalid')
    },
  )

  it.each([{ page: '0', ms: '1' }, { page: '1', ms: '-5' }, { page: '1' }, { page: 'x', ms: '1' }])(
    'refuses the engagement %j',
    (query) => {
      expect(readEvent('engagement', from(query as Record<string, string>)).kind).toBe('invalid')
    },
  )

  it('knows five kinds', () => {
    expect(readEventKind('click')).toBe('click')
    expect(readEventKind('__proto__')).toBeNull()
  })

  it('turns every amount of cents into micros without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (cents) => {
        const decimal = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        expect(toMicros(decimal)).toBe(cents * 10_000)
      }),
    )
  })
})

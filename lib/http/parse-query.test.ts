import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse-query'

describe('parseQuery', () => {
  it('reads what URLSearchParams writes', () => {
    const pairs = fc.array(fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string()), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(pairs, (entries) => {
        const written = new URLSearchParams(entries)
        const read = parseQuery(written.toString())
        for (const name of written.keys()) expect(read.get(name)).toBe(written.get(name))
      }),
    )
  })

  it.each([
    ['', {}],
    ['a', { a: '' }],
    ['a=1&a=2', { a: '1' }],
    ['=x&&b=%zz&c=%E0%A4%A', { b: '%zz', c: '%E0%A4%A' }],
    ['a=b=c&d=+%2B', { a: 'b=c', d: ' +' }],
    ['__proto__=1&constructor=2', { ['__proto__']: '1', constructor: '2' }],
  ])('reads %j', (text, expected) => {
    expect([...parseQuery(text)]).toEqual(Object.entries(expected))
  })

  it('stops after 64 parameters', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `p${index}=1`).join('&')
    expect(parseQuery(text).size).toBe(64)
  })
})

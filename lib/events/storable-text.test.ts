import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toStorableJson, toStorableText } from './storable-text'

describe('toStorableText', () => {
  it('drops U+0000 and replaces lone surrogates', () => {
    expect(toStorableText('a\0b\ud800c😀')).toBe('ab\ufffdc😀')
  })
})

describe('toStorableJson', () => {
  it('leaves ordinary values alone, even those that only look escaped', () => {
    const value = { text: '\\u0000 as text, ü 😀', list: [1, null, true] }
    expect(JSON.parse(toStorableJson(value))).toEqual(value)
  })

  it('cleans keys and texts at any depth', () => {
    expect(JSON.parse(toStorableJson({ 'k\0': [{ a: '\ud800\0' }] }))).toEqual({
      k: [{ a: '\ufffd' }],
    })
  })

  it('never leaves an escape that jsonb refuses', () => {
    const text = fc.string({ unit: fc.constantFrom('\0', '\ud83d', '\ude00', '\\', 'u0000', 'x') })
    fc.assert(
      fc.property(text, text, (key, value) => {
        const parsed = JSON.parse(toStorableJson({ [key]: value })) as Record<string, string>
        for (const part of [...Object.keys(parsed), ...Object.values(parsed)]) {
          expect(part.includes('\0')).toBe(false)
          expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAssetCursor, writeAssetCursor } from './asset-cursor'
import { assetFilterQueryShape, writeAssetFilter } from './asset-filter'
import { z } from 'zod'

describe('a cursor', () => {
  it('comes back as it went, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        fc.pre(key.isWellFormed() && !key.includes('\0'))
        const cursor = { sort: 'name', order: 'asc', key, id: 'abc' } as const
        const text = writeAssetCursor(cursor)
        expect(text).toMatch(/^[\w-]+$/)
        expect(parseAssetCursor(text)).toEqual(cursor)
      }),
    )
  })

  it.each([
    ['weight', 'heavy'],
    ['weight', '-1'],
    ['newest', 'yesterday'],
    ['newest', 'infinity'],
    ['updated', ''],
  ] as const)('with a %s of “%s” is refused', (sort, key) => {
    expect(parseAssetCursor(writeAssetCursor({ sort, order: 'asc', key, id: 'a' }))).toBeNull()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseAssetCursor(text)))
    expect(parseAssetCursor('V1StGXR8_Z5j')).toBeNull()
  })
})

describe('a filter in an address', () => {
  it('comes back as it went, commas included', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1 })
    fc.assert(
      fc.property(words, (source) => {
        fc.pre(source.every((one) => !/%2c/i.test(one)) && source.length <= 100)
        const query = z.object(assetFilterQueryShape).parse(writeAssetFilter({ source }))
        expect(query).toEqual({ source })
      }),
    )
  })
})

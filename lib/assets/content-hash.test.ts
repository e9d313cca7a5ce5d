import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { type AssetContent, canonicalAssetContent } from './content-hash'

const headline: AssetContent = {
  kind: 'headline',
  text: 'Größer wohnen',
  altText: '',
  locale: 'de',
  blobSha256: null,
  focalX: 0.5,
  focalY: 0.5,
  theme: null,
  posterSha256: null,
}
const picture: AssetContent = { ...headline, kind: 'image', text: null, blobSha256: 'a'.repeat(64) }

/** Equal as JSON, however accents are composed and keys are ordered. */
function isEqualJson(left: unknown, right: unknown): boolean {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value).normalize('NFC')) as unknown
  return isDeepStrictEqual(plain(left), plain(right))
}

describe('canonicalAssetContent', () => {
  it('is this text, for ever: a change would undo every approval', () => {
    expect(canonicalAssetContent(headline)).toBe(
      '["asset-content-1","headline","Größer wohnen","","de",null,null,null,null]',
    )
    expect(canonicalAssetContent({ ...picture, focalX: 0.33333 })).toBe(
      `["asset-content-1","image",null,"","de","${'a'.repeat(64)}",[3333,5000],null,null]`,
    )
    expect(
      canonicalAssetContent({ ...headline, kind: 'theme', theme: { b: '#1', a: ['x'] } }),
    ).toBe(
      '["asset-content-1","theme","Größer wohnen","","de",null,null,{"a":["x"],"b":"#1"},null]',
    )
  })

  it('is the same however accents are composed and keys are ordered', () => {
    const decomposed = { ...headline, text: 'Größer wohnen'.normalize('NFD') }
    expect(canonicalAssetContent(decomposed)).toBe(canonicalAssetContent(headline))
    const colours = { ...headline, theme: { background: '#fff', text: '#000', note: undefined } }
    const reordered = { ...headline, theme: { text: '#000', background: '#fff' } }
    expect(canonicalAssetContent(reordered)).toBe(canonicalAssetContent(colours))
  })

  it('tells apart whatever a viewer could tell apart', () => {
    const changes: Partial<AssetContent>[] = [
      { text: 'Größer Wohnen' },
      { altText: 'A house' },
      { locale: 'de-CH' },
      { kind: 'body' },
      { blobSha256: 'b'.repeat(64) },
      { theme: { text: '#000' } },
      { posterSha256: 'c'.repeat(64) },
    ]
    const texts = [headline, ...changes.map((change) => ({ ...headline, ...change }))]
    expect(new Set(texts.map(canonicalAssetContent)).size).toBe(texts.length)
    expect(canonicalAssetContent({ ...picture, focalX: 0.2 })).not.toBe(
      canonicalAssetContent(picture),
    )
    // What has no picture has nothing to crop.
    expect(canonicalAssetContent({ ...headline, focalX: 0.2 })).toBe(
      canonicalAssetContent(headline),
    )
  })

  it('never gives two contents one text', () => {
    const content = fc.record({
      kind: fc.constantFrom(...assetKindSchema.options),
      text: fc.option(fc.string()),
      altText: fc.string(),
      locale: fc.string(),
      blobSha256: fc.option(fc.constantFrom('a'.repeat(64), 'b'.repeat(64))),
      focalX: fc.integer({ min: 0, max: 10_000 }).map((step) => step / 10_000),
      focalY: fc.constant(0.5),
      theme: fc.jsonValue(),
      posterSha256: fc.constant(null),
    })
    fc.assert(
      fc.property(
        content,
        fc.constantFrom(...Object.keys(headline)),
        content,
        (one, field, other) => {
          const changed = { ...one, [field]: other[field as keyof AssetContent] }
          const isSame = canonicalAssetContent(changed) === canonicalAssetContent(one)
          const isFocal = field.startsWith('focal') && one.blobSha256 === null
          expect(isSame).toBe(isFocal || isEqualJson(one, changed))
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adSizeSchema } from '@/lib/decision/ad-size'
import type { SnapshotProduct } from '@/lib/decision/snapshot'
import { assembleCreative } from './assemble-creative'
import { heaviestProducts, pickProducts, countTiles, sampleProducts } from './pick-products'
import { DEFAULT_DESIGN } from './template'

const buildProduct = (id: string, fileSizeBytes = 4_000): SnapshotProduct => ({
  ...{ id, name: `Coat ${id}`, priceMicros: 19_990_000, currency: 'EUR' },
  landingUrl: `https://shop.example/${id}`,
  renditions: adSizeSchema.options.map((size) => ({
    ...{ size, format: 'webp', url: `/assets/blobs/${id}.webp`, widthPx: 90, heightPx: 90 },
    fileSizeBytes,
  })),
})
const PRODUCTS = ['a', 'b', 'c', 'd', 'e'].map((id) => buildProduct(id))
const GRID = { ...DEFAULT_DESIGN, template: 'grid', products: PRODUCTS } as const
const SPOTLIGHT = { ...GRID, template: 'spotlight' } as const

const IN_STOCK = { isInStock: true, priceMicros: 17_000_000, currency: 'EUR' }
const ids = (shown: readonly { id: string }[] | undefined) => shown?.map(({ id }) => id)

describe('pickProducts', () => {
  it('takes the first that are in stock, at the price of now', () => {
    const standingOf = (id: string) => ({ ...IN_STOCK, isInStock: id !== 'a' && id !== 'c' })
    expect(pickProducts(GRID, '300x250', standingOf)).toEqual(
      ['b', 'd', 'e'].map((id) => ({ id, priceMicros: 17_000_000 })),
    )
    expect(ids(pickProducts(GRID, '320x50', standingOf))).toEqual(['b', 'd'])
    expect(ids(pickProducts(SPOTLIGHT, '300x250', standingOf))).toEqual(['b'])
    expect(pickProducts(DEFAULT_DESIGN, '300x250', standingOf)).toBeUndefined()
    const pictured = { ...GRID, template: 'classic' } as const
    expect(pickProducts(pictured, '300x250', standingOf)).toBeUndefined()
  })

  it('shows none rather than too few, or what nothing is known of', () => {
    const few = (id: string) => (id < 'c' ? IN_STOCK : null)
    expect(pickProducts(GRID, '300x250', few)).toBeUndefined()
    expect(ids(pickProducts(GRID, '320x50', few))).toEqual(['a', 'b'])
  })

  it('shows no price in another currency than was published', () => {
    const swiss = (id: string) => ({ ...IN_STOCK, currency: id === 'a' ? 'CHF' : 'EUR' })
    expect(ids(pickProducts(SPOTLIGHT, '300x250', swiss))).toEqual(['b'])
    const unpriced = () => ({ isInStock: true, priceMicros: null, currency: null })
    expect(pickProducts(SPOTLIGHT, '300x250', unpriced)).toEqual([{ id: 'a', priceMicros: null }])
  })

  it('never shows what is sold out, and always as many as there are tiles', () => {
    const stock = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
    const sizes = fc.constantFrom(...adSizeSchema.options)
    const designs = fc.constantFrom(GRID, SPOTLIGHT)
    fc.assert(
      fc.property(designs, sizes, stock, (design, size, available) => {
        const isInStock = (id: string) => available[PRODUCTS.findIndex((p) => p.id === id)] ?? false
        const shown = pickProducts(design, size, (id) => ({
          ...IN_STOCK,
          isInStock: isInStock(id),
        }))
        const enough = available.filter(Boolean).length >= countTiles(design, size)
        expect(shown !== undefined).toBe(enough)
        if (shown) expect(shown).toHaveLength(countTiles(design, size))
        for (const { id } of shown ?? []) expect(isInStock(id)).toBe(true)
      }),
    )
  })
})

describe('heaviestProducts', () => {
  it('make an ad that no other products outweigh', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 4, maxLength: 6 })
    fc.assert(
      fc.property(weights, fc.constantFrom(...adSizeSchema.options), (bytes, size) => {
        const products = bytes.map((fileSizeBytes, index) =>
          buildProduct(String(index), fileSizeBytes),
        )
        const design = { ...GRID, products }
        const weigh = (shown: ReturnType<typeof sampleProducts>) =>
          assembleCreative({
            ...{ design, size, assets: {}, clickUrl: '/', whyUrl: '/', baseUrl: '' },
            products: shown,
          }).weightBytes
        const heaviest = weigh(heaviestProducts(design, size))
        for (let turn = 0; turn < products.length; turn++) {
          const turned = [...products.slice(turn), ...products.slice(0, turn)]
          expect(weigh(sampleProducts({ ...design, products: turned }, size))).toBeLessThanOrEqual(
            heaviest,
          )
        }
      }),
    )
  })
})

describe('an ad with products', () => {
  const links = { clickUrl: '/', whyUrl: '/', baseUrl: '', assets: {} }
  const render = (
    design: typeof GRID | typeof SPOTLIGHT,
    products: { id: string; priceMicros: number | null }[],
  ) => assembleCreative({ ...links, design, size: '300x250', products }).html

  it('shows them with their prices, the newest at once', () => {
    const shown = ['a', 'b', 'c'].map((id) => ({ id, priceMicros: 17_500_000 }))
    const html = render(GRID, shown)
    expect(html.match(/class="q"/g)).toHaveLength(3)
    expect(html).toContain('alt="Coat a"')
    expect(html).toContain('€17.50')
    expect(
      render(
        GRID,
        shown.map((each) => ({ ...each, priceMicros: 16_000_000 })),
      ),
    ).toContain('€16.00')
    expect(render(SPOTLIGHT, [{ id: 'a', priceMicros: null }])).not.toContain('€')
  })

  it('shows the picture instead of too few, or of one that it does not know', () => {
    expect(render(GRID, [{ id: 'a', priceMicros: null }])).not.toContain('class="q"')
    expect(render(SPOTLIGHT, [{ id: 'x', priceMicros: null }])).not.toContain('class="q"')
  })

  it('lets no name out of its place', () => {
    const name = '"><script>alert(1)</script>'
    const design = { ...SPOTLIGHT, products: [{ ...buildProduct('a'), name }] }
    const html = assembleCreative({
      ...{ ...links, design, size: '300x250' },
      products: [{ id: 'a', priceMicros: 1 }],
    }).html
    expect(html).not.toContain('<script')
  })
})

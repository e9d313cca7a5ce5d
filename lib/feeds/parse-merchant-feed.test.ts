import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORMULAS, NAUGHTY } from '@/scripts/testing/attacks'
import { describeFixtures, fixturePath } from '@/scripts/testing/fixtures'
import { parseMerchantFeed } from './parse-merchant-feed'

const NOW = new Date('2026-11-28T12:00:00Z')
const coat = { key: 'coat', value: { availability: 'in_stock', quantity: 4 } }

describe('parseMerchantFeed', () => {
  it.each([
    ['text/csv', '\ufeffid,availability,quantity\ncoat,in stock,4\n'],
    ['text/tab-separated-values', 'ID\tAvailability\tQuantity\r\ncoat\tIn Stock\t4\r\n'],
    [
      'application/rss+xml',
      '<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>coat</g:id><g:availability>in_stock</g:availability><g:quantity>4</g:quantity></item></channel></rss>',
    ],
    [
      'application/atom+xml',
      '<feed xmlns:g="http://base.google.com/ns/1.0"><entry><g:id>coat</g:id><g:availability>in stock</g:availability><g:quantity>4</g:quantity></entry></feed>',
    ],
  ])('reads %s', (contentType, text) => {
    expect(parseMerchantFeed(text, contentType, NOW)).toEqual({
      kind: 'ok',
      items: [coat],
      refused: [],
    })
  })

  it('reads what ads show of a product', () => {
    const text =
      'id,title,link,image_link,price,sale_price,availability\ncoat,Rain &amp; wind coat,https://shop.example/coat?a=1&amp;b=2,https://shop.example/coat.jpg,129.90 EUR,,in stock\nhat,,,,EUR 20,15 EUR,in stock\n'
    expect(parseMerchantFeed(text, 'text/csv', NOW)).toEqual({
      kind: 'ok',
      items: [
        {
          key: 'coat',
          value: { availability: 'in_stock', priceMicros: 129_900_000, currency: 'EUR' },
          product: {
            title: 'Rain & wind coat',
            link: 'https://shop.example/coat?a=1&b=2',
            imageUrl: 'https://shop.example/coat.jpg',
          },
        },
        {
          key: 'hat',
          value: { availability: 'in_stock', priceMicros: 15_000_000, currency: 'EUR' },
        },
      ],
      refused: [],
    })
  })

  it.each([
    ['2026-11-27T00:00Z/2026-11-30T00:00Z', 15_000_000, '2026-11-30T00:00:00.000Z'],
    ['2026-11-29T00:00Z/2026-11-30T00:00Z', 20_000_000, '2026-11-29T00:00:00.000Z'],
    ['2026-11-20T00:00Z/2026-11-27T00:00Z', 20_000_000, undefined],
    ['some day', 20_000_000, undefined],
  ])('knows a sale price of %s, and until when', (effective, priceMicros, priceEndsAt) => {
    const text = `id,availability,price,sale_price,sale_price_effective_date\nhat,in stock,20 EUR,15 EUR,${effective}\n`
    const parsed = parseMerchantFeed(text, 'text/csv', NOW)
    const value = { availability: 'in_stock', priceMicros, currency: 'EUR' }
    expect(parsed.kind === 'ok' && parsed.items).toEqual([
      { key: 'hat', value: { ...value, ...(priceEndsAt && { priceEndsAt }) } },
    ])
  })

  it('takes the stock of a product whose address is none, and says so', () => {
    const text = 'id,title,link,availability\ncoat,Coat,javascript:alert(1),in stock\n'
    expect(parseMerchantFeed(text, 'text/csv', NOW)).toEqual({
      kind: 'ok',
      items: [{ key: 'coat', value: { availability: 'in_stock' } }],
      refused: [{ row: 1, reason: expect.stringContaining('link: is no http(s)') as string }],
    })
  })

  it('refuses rows one by one, by their number', () => {
    const text = 'id,availability,quantity\n,in stock,\ncoat,perhaps,1\nhat,preorder,-1\n'
    expect(parseMerchantFeed(text, 'text/csv', NOW)).toEqual({
      kind: 'ok',
      items: [{ key: 'hat', value: { availability: 'preorder' } }],
      refused: [
        { row: 1, reason: 'id: has no id' },
        { row: 2, reason: expect.stringContaining('availability') as string },
      ],
    })
  })

  it.each([
    ['text/csv', ''],
    ['text/csv', 'id,availability\n'],
    ['text/csv', 'id,availability\n"coat,in stock\n'],
    ['application/xml', '<rss><channel>'],
    ['application/xml', '<rss></rss>'],
    ['application/xml', 'no xml'],
    ['text/csv', `id,availability\n${'a,in stock\n'.repeat(5_001)}`],
  ])('says why %s is no feed', (contentType, text) => {
    expect(parseMerchantFeed(text, contentType, NOW).kind).toBe('invalid')
  })

  it('expands no entities', () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><id>&b;</id><availability>in stock</availability></item></channel></rss>'
    const parsed = parseMerchantFeed(bomb, 'text/xml', NOW)
    expect(JSON.stringify(parsed)).not.toContain('aaaaaaaaaa')
  })

  it('is not misled by columns that objects inherit', () => {
    const text = '__proto__,constructor,id,availability\nx,y,coat,in stock\n'
    expect(parseMerchantFeed(text, 'text/csv', NOW)).toMatchObject({ items: [{ key: 'coat' }] })
    expect({}).not.toHaveProperty('availability')
  })
})

const feed = 'standards/feeds/google/google-support-thread-1450048-0.xml'

describeFixtures('parseMerchantFeed', feed, () => {
  it('reads every product of a shop’s feed', () => {
    const text = readFileSync(fixturePath(feed), 'utf8')
    const parsed = parseMerchantFeed(text, 'application/xml', NOW)
    const ids = [...text.matchAll(/<g:id>([^<]+)<\/g:id>/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(parsed).toMatchObject({ kind: 'ok', refused: [] })
    expect(parsed.kind === 'ok' && parsed.items.map(({ key }) => key)).toEqual(ids)
    expect(parsed.kind === 'ok' && parsed.items[0]).toMatchObject({
      value: { priceMicros: 105_290_000, currency: 'USD' },
      product: {
        title: "Diesel Men's Black Stainless-Steel Analog Watch with Black Dial",
        link: 'http://www.example.com/shop?products=variants-apparel-upi&color=Black&size=44mm&country=US',
        imageUrl: 'http://www.example.com/image/watch-black.png',
      },
    })
  })

  it('takes hostile ids as harmless keys, or refuses them', () => {
    for (const id of [...NAUGHTY, ...FORMULAS]) {
      const row = `id,availability\n"${id.replaceAll('"', '""')}",in stock\n`
      const parsed = parseMerchantFeed(row, 'text/csv', NOW)
      if (parsed.kind === 'invalid') continue
      for (const { key } of parsed.items) expect(key).toMatch(/^[A-Za-z0-9._-]{1,50}$/)
    }
  })
})

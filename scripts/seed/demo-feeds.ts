import type { FeedKind } from '@/lib/feeds/feed'

export const PROMOTION_ID = 'autumn-sale'
const json = (items: readonly { key: string; value: object }[]) => JSON.stringify({ items })

interface DemoFeed {
  readonly kind: FeedKind
  readonly name: string
  readonly contentType: string
  readonly body: string
}

const PRODUCTS = [
  ['rain-jacket', 'Tidal rain jacket', 'in stock', 214, '149 EUR'],
  ['trail-boots', 'Ridge trail boots', 'in stock', 63, '189 EUR'],
  ['wool-jumper', 'Harbour wool jumper', 'in stock', 120, '95 EUR'],
  ['dawn-tent', 'Dawn two-person tent', 'in stock', 31, '329 EUR'],
  ['powder-skis', 'Powder touring skis', 'in stock', 18, '549 EUR'],
  ['trail-shoes', 'Forest trail shoes', 'in stock', 95, '129 EUR'],
  ['touring-kayak', 'Still lake touring kayak', 'out of stock', 0, '899 EUR'],
  ['city-pannier', 'Quay bicycle pannier', 'in stock', 77, '79 EUR'],
  ['picnic-rug', 'Dune picnic rug', 'backorder', 0, '59 EUR'],
  ['down-parka', 'Aurora down parka', 'in stock', 44, '389 EUR'],
] as const

/** Those whose pictures are in public/demo. */
export const PICTURED_PRODUCTS: readonly string[] = [
  ...['down-parka', 'powder-skis', 'wool-jumper', 'rain-jacket', 'trail-boots'],
]

/** Where the demonstration's shop has the picture of a product. */
export function pictureUrlOf(publicUrl: string, key: string): string {
  return `${publicUrl}/demo/${key}.svg`
}

function writeMerchantFeed(publicUrl: string): string {
  const rows = PRODUCTS.map(([key, title, availability, quantity, price]) => {
    const picture = PICTURED_PRODUCTS.includes(key) ? pictureUrlOf(publicUrl, key) : ''
    return [key, title, `${publicUrl}/demo/shop`, picture, availability, quantity, price].join(',')
  })
  return ['id,title,link,image_link,availability,quantity,price', ...rows].join('\n')
}

/** What the shop's systems push: the weather of its places, its stock and its one promotion. */
export const listFeeds = (publicUrl: string): readonly DemoFeed[] => [
  {
    kind: 'weather',
    name: 'Weather of our places',
    contentType: 'application/json',
    body: json([
      { key: 'default', value: { condition: 'rain', temperatureC: 9 } },
      { key: 'NL', value: { condition: 'rain', temperatureC: 10 } },
      { key: 'NL-NH', value: { condition: 'storm', temperatureC: 9 } },
      { key: 'DE', value: { condition: 'clouds', temperatureC: 7 } },
      { key: 'DE-HH', value: { condition: 'rain', temperatureC: 8 } },
      { key: 'NO', value: { condition: 'snow', temperatureC: -2 } },
      { key: 'CH', value: { condition: 'snow', temperatureC: -4 } },
      { key: 'ES', value: { condition: 'clear', temperatureC: 19 } },
    ]),
  },
  {
    kind: 'stock',
    name: 'Merchant feed of the shop',
    contentType: 'text/csv',
    body: writeMerchantFeed(publicUrl),
  },
  {
    kind: 'promotion',
    name: 'Promotions',
    contentType: 'application/json',
    body: json([
      {
        key: PROMOTION_ID,
        value: { active: true, label: 'Autumn sale', discountPercent: 20 },
      },
    ]),
  },
]

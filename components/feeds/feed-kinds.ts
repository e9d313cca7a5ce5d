import type { FeedKind } from '@/lib/feeds/feed'

export const FEED_KINDS: Record<
  FeedKind,
  { label: string; description: string; example: unknown }
> = {
  weather: {
    label: 'Weather',
    description: 'By place: a region such as NL-NH, a country such as NL, or default.',
    example: { items: [{ key: 'default', value: { condition: 'rain', temperatureC: 9 } }] },
  },
  stock: {
    label: 'Stock and products',
    description:
      'By product id: stock, price, and what ads show of it. Takes a Merchant Center feed (CSV, TSV, XML) as well.',
    example: {
      items: [
        {
          key: 'rain-jacket',
          value: {
            ...{ availability: 'in_stock', quantity: 12 },
            ...{ priceMicros: 129_900_000, currency: 'EUR' },
          },
          product: {
            title: 'Rain jacket',
            link: 'https://shop.example/rain-jacket',
            imageUrl: 'https://shop.example/rain-jacket.jpg',
          },
        },
      ],
    },
  },
  promotion: {
    label: 'Promotions',
    description: 'By promotion: whether it is on, and how much it takes off.',
    example: { items: [{ key: 'autumn-sale', value: { active: true, discountPercent: 20 } }] },
  },
}

import type { RuleInput } from '@/lib/rules/rule'
import { compare } from './demo-audience'
import { DISCOUNT_HEADLINE } from './demo-copy'
import { PROMOTION_ID } from './demo-feeds'

/** Pictures of products that can run out. */
const PICTURE_PRODUCTS: readonly (readonly [productId: string, picture: string, what: string])[] = [
  ['touring-kayak', 'Still lake', 'kayaks'],
  ['trail-boots', 'Ridge boots', 'boots'],
  ['powder-skis', 'Fresh powder', 'skis'],
]

/** The demonstration's rules, the first first. `idOf` answers the id of an asset by its name. */
export function createRules(idOf: (name: string) => string, bargainSegmentId: string): RuleInput[] {
  return [
    {
      name: 'Rain outside: rather the rain jacket',
      enabled: true,
      condition: compare('weather.condition', 'in', ['rain', 'storm']),
      effect: { kind: 'prefer', slot: 'image', assetIds: [idOf('Rain in town')], weight: 2 },
    },
    {
      name: 'Snow outside: only winter pictures',
      enabled: true,
      condition: compare('weather.condition', 'equals', 'snow'),
      effect: {
        kind: 'show',
        slot: 'image',
        assetIds: [idOf('Fresh powder'), idOf('Northern lights')],
      },
    },
    ...PICTURE_PRODUCTS.map(([productId, picture, what]): RuleInput => ({
      name: `No ${what} in stock: no picture of them`,
      enabled: true,
      condition: compare(`stock.${productId}`, 'equals', 'out_of_stock'),
      effect: { kind: 'exclude', slot: 'image', assetIds: [idOf(picture)] },
    })),
    {
      name: 'The discount only for bargain hunters while it runs',
      enabled: true,
      condition: {
        kind: 'not',
        of: {
          kind: 'all',
          of: [
            { kind: 'segment', segmentId: bargainSegmentId },
            compare(`promotion.${PROMOTION_ID}`, 'equals', true),
          ],
        },
      },
      effect: { kind: 'exclude', slot: 'headline', assetIds: [idOf(DISCOUNT_HEADLINE)] },
    },
    {
      name: 'Below zero: rather the northern lights',
      enabled: false,
      condition: compare('weather.temperatureC', 'lessThan', 0),
      effect: { kind: 'prefer', slot: 'image', assetIds: [idOf('Northern lights')], weight: 2 },
    },
  ]
}

import { z } from 'zod'
import { type ProductDetails, productDetailsSchema } from '@/lib/products/product'
import { toStorableText } from '@/lib/events/storable-text'

export const feedKindSchema = z.enum(['weather', 'stock', 'promotion'])
export type FeedKind = z.infer<typeof feedKindSchema>

const keySchema = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[A-Za-z0-9._-]+$/, 'Use letters, digits, dot, dash and underscore')
const timesSchema = {
  /** When it was true; now when left out. */
  observedAt: z.iso.datetime({ offset: true }).optional(),
  /** From when on it is no longer known; never when left out. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
}

export const weatherValueSchema = z.object({
  condition: z.enum(['clear', 'clouds', 'rain', 'snow', 'storm', 'fog', 'wind']),
  temperatureC: z.number().min(-90).max(70),
})
export const stockValueSchema = z
  .object({
    /** As in Google's Merchant feed. */
    availability: z.enum(['in_stock', 'out_of_stock', 'preorder', 'backorder']),
    quantity: z.number().int().min(0).optional(),
    /** What one piece costs now, in millionths of the currency. */
    priceMicros: z.number().int().min(0).max(1e15).optional(),
    /** ISO 4217. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Use three letters, as in EUR')
      .optional(),
    /** From then on the price is another, and not known yet; the stock stays known. */
    priceEndsAt: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ priceMicros, currency }) => (priceMicros === undefined) === (currency === undefined), {
    message: 'A price and its currency go together',
    path: ['currency'],
  })
export const promotionValueSchema = z.object({
  active: z.boolean(),
  label: z.string().overwrite(toStorableText).trim().max(120).optional(),
  discountPercent: z.number().min(0).max(100).optional(),
})

const MAX_ITEMS = 5_000
export const feedValuesQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_ITEMS).default(200),
})
const itemsOf = <T extends z.ZodType, M extends z.ZodRawShape>(value: T, more: M) =>
  z.object({
    items: z
      .array(z.object({ key: keySchema, value, ...timesSchema, ...more }))
      .min(1)
      .max(MAX_ITEMS),
  })

/** What each kind of feed accepts. Weather keys are places: `NL-NH`, `NL` or `default`. */
export const FEED_PUSH_SCHEMAS = {
  weather: itemsOf(weatherValueSchema, {}),
  /** `product`: how ads show it. */
  stock: itemsOf(stockValueSchema, { product: productDetailsSchema.optional() }),
  promotion: itemsOf(promotionValueSchema, {}),
} as const

export interface FeedItem {
  key: string
  value:
    | z.infer<typeof weatherValueSchema>
    | z.infer<typeof stockValueSchema>
    | z.infer<typeof promotionValueSchema>
  observedAt?: string | undefined
  expiresAt?: string | undefined
  product?: ProductDetails | undefined
}

export const feedInputSchema = z.object({
  kind: feedKindSchema,
  name: z.string().overwrite(toStorableText).trim().min(1, 'Give the feed a name').max(120),
})
export type FeedInput = z.infer<typeof feedInputSchema>

export const feedSchema = feedInputSchema.extend({
  id: z.string(),
  version: z.number().int(),
  lastPushAt: z.iso.datetime().nullable(),
  valueCount: z.number().int(),
  pushUrl: z.string(),
})
export type Feed = z.infer<typeof feedSchema>

/** The signing secret is shown when it is made and never again. */
export const feedWithSecretSchema = feedSchema.extend({ secret: z.string() })

export const feedValueSchema = z.object({
  key: z.string(),
  value: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  observedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
})
export type FeedValue = z.infer<typeof feedValueSchema>

import { z } from 'zod'
import { toStorableText } from '@/lib/events/storable-text'
import { mappingSchema } from './mapping'

export const sourceKindSchema = z.enum(['csv', 'webhook'])

export const sourceInputSchema = z.object({
  kind: sourceKindSchema,
  name: z.string().overwrite(toStorableText).trim().min(1, 'Give the source a name').max(120),
  mapping: mappingSchema,
})
export type SourceInput = z.infer<typeof sourceInputSchema>

export const importRunSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  fileName: z.string(),
  totalRows: z.number().int(),
  acceptedRows: z.number().int(),
  /** Accepted rows of people who did not consent: nothing about them is kept. */
  unconsentedRows: z.number().int(),
  refusedRows: z.number().int(),
  refusals: z.array(z.object({ row: z.number().int(), column: z.string(), reason: z.string() })),
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ImportRun = z.infer<typeof importRunSchema>

export const sourceSchema = sourceInputSchema.extend({
  id: z.string(),
  createdAt: z.iso.datetime(),
  profileCount: z.number().int(),
  lastImport: importRunSchema.nullable(),
  /** Where a webhook delivers; null for files. */
  pushUrl: z.string().nullable(),
})
export type Source = z.infer<typeof sourceSchema>

/** The signing secret of a webhook is shown once. */
export const createdSourceSchema = sourceSchema.extend({ secret: z.string().nullable() })

export const webhookBodySchema = z.object({
  /** Deliveries with the same id are taken once. */
  deliveryId: z.string().overwrite(toStorableText).min(1).max(100),
  customers: z
    .array(z.record(z.string().max(200), z.unknown()))
    .min(1)
    .max(1_000),
})

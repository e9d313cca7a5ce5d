import { z } from 'zod'
import { assetImpactSchema } from './asset-impact'
import { tagsSchema, type UpdateAsset, updateAssetSchema } from './asset'
import { assetFilterSchema } from './asset-filter'
import { assetActionSchema } from './asset-state'

/** The most assets that one change takes. */
export const BULK_MOST = 10_000
/** The most that can be named one by one. */
export const BULK_MOST_NAMED = 500
/** How many refusals are told with their reason. */
export const REFUSALS_TOLD = 50

const idsSchema = z.array(z.string().min(1).max(40)).max(BULK_MOST_NAMED)

/** These assets, or all that fit a filter but for some. */
export const bulkTargetSchema = z.union([
  z.strictObject({ assetIds: idsSchema.min(1) }),
  z.strictObject({ filter: assetFilterSchema, exceptIds: idsSchema.default([]) }),
])
export type BulkTarget = z.infer<typeof bulkTargetSchema>

const { markets, rightsStartAt, rightsEndAt, source, locale } = updateAssetSchema.shape

export const fieldsChangeSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('tag'),
      add: tagsSchema.default([]),
      remove: tagsSchema.default([]),
    })
    .refine(({ add, remove }) => add.length + remove.length > 0, 'Name a tag.'),
  z
    .strictObject({ kind: z.literal('set'), markets, rightsStartAt, rightsEndAt, source, locale })
    .refine(
      (change) => Object.values(change).filter((value) => value !== undefined).length > 1,
      'Say what to set.',
    ),
])
export type FieldsChange = z.infer<typeof fieldsChangeSchema>

/** What can be done to many assets at once, and taken back. */
export const bulkActionSchema = assetActionSchema.extract([
  'submit',
  'approve',
  'archive',
  'restore',
])
export type BulkAction = z.infer<typeof bulkActionSchema>

const stateChangeSchema = z.strictObject({ kind: z.literal('state'), action: bulkActionSchema })
export type StateChange = z.infer<typeof stateChangeSchema>

export const bulkChangeSchema = z.object({
  target: bulkTargetSchema,
  change: z.union([fieldsChangeSchema, stateChangeSchema]),
})
export type BulkChange = z.infer<typeof bulkChangeSchema>

export const bulkResultSchema = z.object({
  /** How many it was asked of. */
  targeted: z.number().int(),
  changed: z.number().int(),
  /** Those that were like that already. */
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** The first fifty refusals. */
  refusals: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
  /** For an hour: `POST /api/v1/assets/bulk/{undoId}/undo`; null when nothing was changed. */
  undoId: z.string().nullable(),
  /** What it does to campaigns that are live. */
  impact: assetImpactSchema,
})
export type BulkResult = z.infer<typeof bulkResultSchema>

/** What the change means for one asset, as if it were edited by itself. */
export function toAssetUpdate(change: FieldsChange, tags: readonly string[]): UpdateAsset {
  if (change.kind === 'set') {
    const { kind: _kind, ...fields } = change
    return fields
  }
  const kept = tags.filter((tag) => !change.remove.includes(tag))
  return { tags: [...new Set([...kept, ...change.add])] }
}

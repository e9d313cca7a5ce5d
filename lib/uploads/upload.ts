import { z } from 'zod'
import {
  altTextSchema,
  pictureKindSchema,
  similarAssetSchema,
  tagsSchema,
} from '@/lib/assets/asset'
import { localeSchema } from '@/lib/assets/locale'
import { marketsSchema } from '@/lib/assets/market'
import { findingSchema } from '@/lib/brand/finding'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { sheetPreviewSchema } from './copy-sheet'

export const UPLOAD_LIMITS = {
  filesPerBatch: 1_000,
  /** Of one file, an archive included. */
  fileSizeBytes: 500_000_000,
  /** What has not arrived by then, and the archives of what has, is thrown away. */
  keptHours: 48,
} as const

/** What holds for everything in one drop. */
export const uploadDefaultsSchema = z.object({
  locale: localeSchema.default('en'),
  tags: tagsSchema.default([]),
  markets: marketsSchema.default([]),
  /** `{name}` stands for the name of the file. */
  altText: altTextSchema.default(''),
  source: z.string().trim().max(300).default(''),
  rightsStartAt: z.iso.datetime().nullable().default(null),
  rightsEndAt: z.iso.datetime().nullable().default(null),
})
export type UploadDefaults = z.infer<typeof uploadDefaultsSchema>

export const NO_DEFAULTS: UploadDefaults = uploadDefaultsSchema.parse({})

const fileNameSchema = z.string().min(1).max(500)

export const createUploadBatchSchema = z
  .object({
    defaults: uploadDefaultsSchema.default(NO_DEFAULTS),
    files: z
      .array(
        z.object({
          /** May hold the folders it was dropped in. */
          fileName: fileNameSchema,
          fileSizeBytes: z.number().int().min(1).max(UPLOAD_LIMITS.fileSizeBytes),
          lastModifiedMs: z.number().int().min(0).default(0),
          /** Guessed from name and content when left out. */
          kind: pictureKindSchema.optional(),
        }),
      )
      .min(1)
      .max(UPLOAD_LIMITS.filesPerBatch),
  })
  .refine(
    ({ defaults: { rightsStartAt, rightsEndAt } }) =>
      !rightsStartAt || !rightsEndAt || rightsStartAt < rightsEndAt,
    {
      path: ['defaults', 'rightsEndAt'],
      message: 'The rights end before they begin.',
    },
  )
export type CreateUploadBatch = z.infer<typeof createUploadBatchSchema>

export const uploadStateSchema = z.enum([
  'waiting',
  'received',
  'processing',
  'needs_mapping',
  'done',
  'duplicate',
  'failed',
  'cancelled',
])
export type UploadState = z.infer<typeof uploadStateSchema>

export const uploadFileSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  fileName: z.string(),
  fileSizeBytes: z.number().int(),
  lastModifiedMs: z.number().int(),
  kind: assetKindSchema.nullable(),
  state: uploadStateSchema,
  message: z.string().nullable(),
  canRetry: z.boolean(),
  notes: z.array(z.string()),
  similar: z.array(similarAssetSchema),
  sheet: sheetPreviewSchema.nullable(),
  /** The asset it became, or the one that was there already. */
  asset: z
    .object({
      id: z.string(),
      name: z.string(),
      kind: assetKindSchema,
      isArchived: z.boolean(),
      thumbnailUrl: z.string().nullable(),
      /** Of a video. */
      video: z.object({ url: z.string(), hasPoster: z.boolean() }).nullable(),
      /** What it breaks of the brand kit of the moment. */
      findings: z.array(findingSchema),
    })
    .nullable(),
})
export type UploadFile = z.infer<typeof uploadFileSchema>

export const uploadBatchSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  defaults: uploadDefaultsSchema,
  files: z.array(uploadFileSchema),
  /** Send as `since` to get only what has changed after this answer. */
  asOf: z.iso.datetime(),
})
export type UploadBatch = z.infer<typeof uploadBatchSchema>

export const uploadBatchListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      createdAt: z.iso.datetime(),
      /** How many files are in each state. */
      counts: z.partialRecord(uploadStateSchema, z.number().int()),
    }),
  ),
})
export type UploadBatchList = z.infer<typeof uploadBatchListSchema>

export const changeUploadFilesSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('cancel'), fileIds: fileIdsSchema() }),
  z.object({ action: z.literal('retry'), fileIds: fileIdsSchema() }),
  z.object({ action: z.literal('set_kind'), fileIds: fileIdsSchema(), kind: pictureKindSchema }),
])
export type ChangeUploadFiles = z.infer<typeof changeUploadFilesSchema>

function fileIdsSchema() {
  return z.array(z.string().max(40)).min(1).max(5_000)
}

const OPEN_STATES: ReadonlySet<UploadState> = new Set(['waiting', 'received', 'processing'])

/** Whether something will still happen to it without a person. */
export function isOpen(state: UploadState): boolean {
  return OPEN_STATES.has(state)
}

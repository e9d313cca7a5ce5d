import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { approverRoleSchema } from '@/lib/approvals/approver-role'
import { COMMENT_MAX_LENGTH } from '@/lib/approvals/comment'
import { marketSchema } from '@/lib/approvals/market'
import { assetImpactSchema } from './asset-impact'
import { assetActionSchema, assetStateSchema } from './asset-state'
import { localeSchema } from './locale'
import { marketsSchema } from './market'
import { plainTextSchema } from './plain-text'
import { rightsStatusSchema } from './rights'
import { themeSchema } from './theme'

export const pictureKindSchema = assetKindSchema.extract(['image', 'logo', 'background'])
export type PictureKind = z.infer<typeof pictureKindSchema>
export const copyKindSchema = assetKindSchema.extract(['headline', 'body', 'cta', 'disclaimer'])
export type CopyKind = z.infer<typeof copyKindSchema>

/** Longest copy of each kind, in characters as a reader counts them. */
export const COPY_MAX_LENGTH: Readonly<Record<CopyKind, number>> = {
  headline: 90,
  body: 180,
  cta: 25,
  disclaimer: 300,
}

const nameSchema = plainTextSchema('The name', 120)
export const altTextSchema = plainTextSchema('The alternative text', 250, 0)
const focalSchema = z.number().min(0).max(1)
export const tagsSchema = z
  .array(plainTextSchema('A tag', 40))
  .max(20)
  .overwrite((tags) => [...new Set(tags.map((tag) => tag.toLowerCase()))])

function copySchema<Kind extends CopyKind>(kind: Kind, label: string) {
  return z.object({
    kind: z.literal(kind),
    text: plainTextSchema(label, COPY_MAX_LENGTH[kind]),
    /** Taken from the text when left out. */
    name: nameSchema.optional(),
    locale: localeSchema.default('en'),
    tags: tagsSchema.default([]),
  })
}

export const createCopyAssetSchema = z.discriminatedUnion('kind', [
  copySchema('headline', 'The headline'),
  copySchema('body', 'The body text'),
  copySchema('cta', 'The call to action'),
  copySchema('disclaimer', 'The disclaimer'),
])
export type CreateCopyAsset = z.infer<typeof createCopyAssetSchema>

export const createThemeAssetSchema = z.object({
  name: nameSchema,
  theme: themeSchema,
  locale: localeSchema.default('en'),
  tags: tagsSchema.default([]),
  markets: marketsSchema.default([]),
})
export type CreateThemeAsset = z.infer<typeof createThemeAssetSchema>

export const fileKindSchema = assetKindSchema.extract(['image', 'logo', 'background', 'video'])
export type FileKind = z.infer<typeof fileKindSchema>

/** What comes with an uploaded picture or video, as the query of the upload. */
export const uploadImageQuerySchema = z.object({
  /** A picture is an `image` and a video a `video` when left out. */
  kind: fileKindSchema.optional(),
  fileName: z.string().max(300).default('Untitled'),
  altText: altTextSchema.default(''),
})
export type UploadImageQuery = z.infer<typeof uploadImageQuerySchema>

const momentSchema = z.iso.datetime({ offset: true }).nullable()

/** What a kind has not (a picture no text, copy no focal point) is refused. */
export const updateAssetSchema = z.object({
  name: nameSchema.optional(),
  text: z.string().max(4_000).optional(),
  altText: altTextSchema.optional(),
  locale: localeSchema.optional(),
  tags: tagsSchema.optional(),
  /** ISO 3166-1 alpha-2; everywhere when empty. */
  markets: marketsSchema.optional(),
  /** Usage rights, from this moment on; without a beginning when null. */
  rightsStartAt: momentSchema.optional(),
  /** And until just before this one; for good when null. */
  rightsEndAt: momentSchema.optional(),
  source: plainTextSchema('The source', 200, 0).optional(),
  notes: plainTextSchema('The notes', 2_000, 0).optional(),
  theme: themeSchema.optional(),
  focalX: focalSchema.optional(),
  focalY: focalSchema.optional(),
})
export type UpdateAsset = z.infer<typeof updateAssetSchema>

export const changeAssetStateSchema = z
  .object({
    action: assetActionSchema,
    assetIds: z.array(z.string().min(1).max(40)).min(1).max(500),
    /** Why: what has to be changed, or what it is rejected for. */
    comment: plainTextSchema('The comment', COMMENT_MAX_LENGTH, 0).default(''),
    /** Of an approval: where it holds; `*` is everywhere. */
    markets: z.array(marketSchema).min(1).max(250).default(['*']),
    /** Of an approval: when it ends; null for good. */
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .refine(({ action, comment }) => comment !== '' || action !== 'request_changes', {
    path: ['comment'],
    message: 'Say what should be changed.',
  })
  .refine(({ action, comment }) => comment !== '' || action !== 'reject', {
    path: ['comment'],
    message: 'Say why it is rejected.',
  })
export type ChangeAssetState = z.infer<typeof changeAssetStateSchema>

export const assetResponseSchema = z.object({
  id: z.string(),
  kind: assetKindSchema,
  state: assetStateSchema,
  name: z.string(),
  text: z.string().nullable(),
  altText: z.string(),
  locale: z.string(),
  tags: z.array(z.string()),
  markets: z.array(z.string()),
  rightsStartAt: z.iso.datetime().nullable(),
  rightsEndAt: z.iso.datetime().nullable(),
  /** How the usage rights stood when this was answered. */
  rights: rightsStatusSchema,
  source: z.string(),
  notes: z.string(),
  /** Of kind `theme` only. */
  theme: themeSchema.nullable(),
  version: z.number().int(),
  contentSha256: z.string(),
  /** For kinds that are pictures; of a video, its poster, with the weight of the video. */
  picture: z
    .object({
      url: z.string(),
      contentType: z.string(),
      widthPx: z.number().int(),
      heightPx: z.number().int(),
      fileSizeBytes: z.number().int(),
      focalX: z.number(),
      focalY: z.number(),
      blurDataUrl: z.string().nullable(),
      /** `#rrggbb`, the most common first. */
      dominantColors: z.array(z.string()),
      renditions: z.array(
        z.object({
          size: adSizeSchema,
          format: z.string(),
          /** Device pixels per CSS pixel of the screens it is for. */
          density: z.number().int(),
          url: z.string(),
          widthPx: z.number().int(),
          heightPx: z.number().int(),
          fileSizeBytes: z.number().int(),
        }),
      ),
    })
    .nullable(),
  /** Of kind `video` only. */
  video: z
    .object({
      url: z.string(),
      contentType: z.string(),
      durationMs: z.number().int(),
      fileSizeBytes: z.number().int(),
      /** Without one it cannot be approved. */
      hasPoster: z.boolean(),
    })
    .nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type AssetResponse = z.infer<typeof assetResponseSchema>

/** An asset that looks nearly like another. */
export const similarAssetSchema = z.object({
  id: z.string(),
  kind: assetKindSchema,
  state: assetStateSchema,
  name: z.string(),
  url: z.string(),
  /** Bits in which the 64-bit perceptual hashes differ: 0 is the same to the eye. */
  differingBits: z.number().int(),
})
export type SimilarAsset = z.infer<typeof similarAssetSchema>

export const uploadImageResponseSchema = z.object({
  asset: assetResponseSchema,
  /** True when the workspace already had this picture: `asset` is the one it had. */
  isDuplicate: z.boolean(),
  /** Pictures of this workspace that look nearly the same. */
  similar: z.array(similarAssetSchema),
  /** What a person should know: an animation was stilled, a picture is small for some sizes. */
  notes: z.array(z.string()),
})
export type UploadImageResponse = z.infer<typeof uploadImageResponseSchema>

/** How far the work on pictures in the background is. */
export const renditionProgressSchema = z.object({
  /** Pictures and videos that are not archived. */
  total: z.number().int(),
  /** Those of them that still lack a size or a format. */
  waiting: z.number().int(),
})
export type RenditionProgress = z.infer<typeof renditionProgressSchema>

export const changeAssetStateResponseSchema = z.object({
  changed: z.array(
    z.object({
      id: z.string(),
      state: assetStateSchema,
      /** After an approval that is not the last one needed: who is still to come. */
      missing: z.array(z.object({ role: approverRoleSchema, count: z.number().int() })).optional(),
    }),
  ),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
  impact: assetImpactSchema,
})
export type ChangeAssetStateResponse = z.infer<typeof changeAssetStateResponseSchema>

export const assetUsageSchema = z.object({
  items: z.array(
    z.object({
      campaignId: z.string(),
      campaignName: z.string(),
      campaignStatus: z.enum(['draft', 'live', 'paused', 'ended']),
      slot: z.string(),
      isPaused: z.boolean(),
      /** Whether what the campaign serves now has it. */
      isLive: z.boolean(),
    }),
  ),
})
export type AssetUsage = z.infer<typeof assetUsageSchema>

export function isPictureKind(kind: string): kind is PictureKind {
  return pictureKindSchema.safeParse(kind).success
}

/** Whether ads crop it around a point: every picture, and a video with its poster. */
export function hasFocalPoint(kind: string): boolean {
  return isPictureKind(kind) || kind === 'video'
}

const editedTextSchemas: Readonly<Record<CopyKind, z.ZodType<string>>> = {
  headline: plainTextSchema('The text', COPY_MAX_LENGTH.headline),
  body: plainTextSchema('The text', COPY_MAX_LENGTH.body),
  cta: plainTextSchema('The text', COPY_MAX_LENGTH.cta),
  disclaimer: plainTextSchema('The text', COPY_MAX_LENGTH.disclaimer),
}

/** Normalises and checks copy for its kind: the same rules when it is made and when it is edited. */
export function checkCopyText(
  kind: CopyKind,
  text: string,
): { kind: 'ok'; text: string } | { kind: 'invalid'; message: string } {
  const parsed = editedTextSchemas[kind].safeParse(text)
  if (parsed.success) return { kind: 'ok', text: parsed.data }
  return { kind: 'invalid', message: parsed.error.issues[0]?.message ?? 'The text is not valid.' }
}

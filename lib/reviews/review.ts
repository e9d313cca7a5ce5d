import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { gallerySourceSchema } from '@/lib/gallery/gallery-api'
import { combinationFilterSchema } from '@/lib/permutations/combination-filter'

export const DEFAULT_VALID_DAYS = 14
export const MAX_VALID_DAYS = 90
export const MAX_NOTE_LENGTH = 2_000

export const createReviewLinkSchema = z.object({
  name: z.string().trim().max(120).default(''),
  /** Named each time: what goes outside is never shared by default. */
  source: gallerySourceSchema,
  validDays: z.number().int().min(1).max(MAX_VALID_DAYS).default(DEFAULT_VALID_DAYS),
  filter: combinationFilterSchema.prefault({}),
})
export type CreateReviewLink = z.infer<typeof createReviewLinkSchema>

/** `changes`: changes, please. */
export const reviewDecisionSchema = z.enum(['approve', 'changes'])
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>

const ratio = z.number().min(0).max(1)
const adKeySchema = z.string().min(1).max(600)

export const reviewNoteSchema = z.object({
  id: z.string(),
  /** Null for all ads of the link. */
  adKey: z.string().nullable(),
  /** Where on the ad of which size, as ratios of its width and height. */
  pin: z.object({ size: adSizeSchema, x: ratio, y: ratio }).nullable(),
  authorName: z.string(),
  text: z.string(),
  /** Null for a comment. */
  decision: reviewDecisionSchema.nullable(),
  createdAt: z.iso.datetime(),
})
export type ReviewNote = z.infer<typeof reviewNoteSchema>

export const createReviewNoteSchema = z
  .object({
    adKey: adKeySchema.nullable().default(null),
    pin: z.object({ size: adSizeSchema, x: ratio, y: ratio }).nullable().default(null),
    authorName: z.string().trim().min(1, 'Say who you are').max(80),
    text: z.string().trim().max(MAX_NOTE_LENGTH).default(''),
    decision: reviewDecisionSchema.nullable().default(null),
  })
  .refine(({ text, decision }) => text !== '' || decision === 'approve', {
    path: ['text'],
    message: 'Say what you think',
  })
  .refine(({ adKey, pin }) => pin === null || adKey !== null, {
    path: ['pin'],
    message: 'A pin belongs to an ad',
  })
export type CreateReviewNote = z.infer<typeof createReviewNoteSchema>

/** What the team sees of a link; its secret is shown once, when it is made. */
export const reviewLinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  source: gallerySourceSchema,
  revision: z.number().int(),
  state: z.enum(['open', 'expired', 'revoked']),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  views: z.number().int(),
  lastViewedAt: z.iso.datetime().nullable(),
  notes: z.array(reviewNoteSchema),
})
export type ReviewLink = z.infer<typeof reviewLinkSchema>

export const createdReviewLinkSchema = reviewLinkSchema.extend({ url: z.string() })

/** What a reviewer gets: the ads, and nothing else of the studio. */
export const reviewSchema = z.object({
  name: z.string(),
  expiresAt: z.iso.datetime(),
  sizes: z.array(adSizeSchema).min(1),
  /** Of ads, as decimal digits: it may be beyond what a number holds. */
  count: z.string(),
  notes: z.array(reviewNoteSchema),
})
export type Review = z.infer<typeof reviewSchema>

export const MAX_REVIEW_ADS = 24

export const reviewAdsQuerySchema = z.object({
  /** Rank of the first, from 0. */
  from: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_REVIEW_ADS).default(12),
  /** Left out: every size. */
  size: adSizeSchema.optional(),
})

export const reviewAdSchema = z.object({
  key: z.string(),
  /** From 1. */
  number: z.number().int(),
  renditions: z.array(z.object({ size: adSizeSchema, html: z.string() })),
})
export type ReviewAd = z.infer<typeof reviewAdSchema>
export const reviewAdsSchema = z.object({ ads: z.array(reviewAdSchema) })

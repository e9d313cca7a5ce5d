import { z } from 'zod'
import { plainTextSchema } from '@/lib/assets/plain-text'

/** In characters as a reader counts them. */
export const COMMENT_MAX_LENGTH = 2_000

const ratioSchema = z.number().min(0).max(1)

/** A spot on a picture, as ratios of its width and height. */
export const pinSchema = z.object({ x: ratioSchema, y: ratioSchema })
export type Pin = z.infer<typeof pinSchema>

export const createCommentSchema = z
  .object({
    text: plainTextSchema('The comment', COMMENT_MAX_LENGTH),
    pin: pinSchema.nullable().default(null),
    /** The comment that this answers: the first of a thread. */
    parentId: z.string().max(40).nullable().default(null),
  })
  .refine(({ pin, parentId }) => pin === null || parentId === null, {
    path: ['pin'],
    message: 'An answer stands at the spot of what it answers.',
  })
export type CreateComment = z.infer<typeof createCommentSchema>

export const commentSchema = z.object({
  id: z.string(),
  /** The version of the asset that was on screen. */
  assetVersion: z.number().int(),
  parentId: z.string().nullable(),
  text: z.string(),
  pin: pinSchema.nullable(),
  /** Set when it is the reason of a decision. */
  decision: z.enum(['request_changes', 'reject']).nullable(),
  /** Null when their account is gone, or a program wrote it. */
  authorName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedByName: z.string().nullable(),
})
export type Comment = z.infer<typeof commentSchema>

export const commentListSchema = z.object({ items: z.array(commentSchema) })

export interface CommentThread {
  readonly first: Comment
  readonly answers: readonly Comment[]
  /** Of those on the picture, counted as they came; null for the others. */
  readonly pinNumber: number | null
}

/** Comments as threads, the oldest first; answers to what is not there are left out. */
export function groupThreads(comments: readonly Comment[]): CommentThread[] {
  let pins = 0
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({
      first,
      answers: comments.filter(({ parentId }) => parentId === first.id),
      pinNumber: first.pin === null ? null : ++pins,
    }))
}

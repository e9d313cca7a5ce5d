import { z } from 'zod'
import { approvalPolicySchema } from './approval-policy'
import { approverRoleSchema } from './approver-role'

/** What waits for me, what I sent to review, what came back to me. */
export const reviewBoxSchema = z.enum(['waiting', 'submitted', 'returned'])
export type ReviewBox = z.infer<typeof reviewBoxSchema>

export const reviewCountsSchema = z.record(reviewBoxSchema, z.number().int())
export type ReviewCounts = z.infer<typeof reviewCountsSchema>

const momentSchema = z.iso.datetime()

/** How an asset stands in review. */
export const assetReviewSchema = z.object({
  policy: approvalPolicySchema,
  /** Of its present content, unrevoked, the newest first. */
  approvals: z.array(
    z.object({
      id: z.string(),
      role: approverRoleSchema,
      market: z.string(),
      /** Null when their account is gone, or it was nobody in particular. */
      approverName: z.string().nullable(),
      isSelfApproval: z.boolean(),
      decidedAt: momentSchema,
      expiresAt: momentSchema.nullable(),
    }),
  ),
  /** Who is still to come before it is approved everywhere. */
  missing: z.array(z.object({ role: approverRoleSchema, count: z.number().int() })),
  /** Whether whoever asks may approve it, and why not. */
  me: z.object({ canApprove: z.boolean(), reason: z.string().nullable() }),
  history: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      actorName: z.string(),
      createdAt: momentSchema,
      /** What the entry says beside its action. */
      markets: z.array(z.string()),
      expiresAt: momentSchema.nullable(),
      isSelfApproval: z.boolean(),
    }),
  ),
})
export type AssetReview = z.infer<typeof assetReviewSchema>

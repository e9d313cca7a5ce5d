import { adSizeSchema } from '@/lib/decision/ad-size'
import { type ReviewNote, reviewDecisionSchema } from '@/lib/reviews/review'
import type { ReviewNote as ReviewNoteRow } from '@/prisma/generated/client'

export function toReviewNote(row: ReviewNoteRow): ReviewNote {
  const size = adSizeSchema.safeParse(row.size).data
  const { pinX: x, pinY: y } = row
  return {
    id: row.id,
    adKey: row.adKey,
    pin: size !== undefined && x !== null && y !== null ? { size, x, y } : null,
    authorName: row.authorName,
    text: row.text,
    decision: reviewDecisionSchema.nullable().parse(row.decision),
    createdAt: row.createdAt.toISOString(),
  }
}

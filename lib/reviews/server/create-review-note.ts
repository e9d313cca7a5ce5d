import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import { toStorableText } from '@/lib/events/storable-text'
import type { CreateReviewNote, ReviewNote } from '@/lib/reviews/review'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { ReviewLink as ReviewLinkRow } from '@/prisma/generated/client'
import { contentOf } from './read-review'
import { assertMayWrite } from './review-limiter'
import { toReviewNote } from './to-review-note'

/** A link is for people who look at ads, not a place to store things. */
const MAX_NOTES = 2_000

/** Keeps what a reviewer says. The audit log tells that it was said, never by whom or what. */
export async function createReviewNote(
  db: Database,
  link: ReviewLinkRow,
  note: CreateReviewNote,
  address: string,
): Promise<ReviewNote> {
  await assertMayWrite(link.id, address)
  const { selection, sizes } = contentOf(link)
  if (note.adKey !== null && !selection.find(note.adKey)) {
    throw new ProblemError('not_found', 'This ad is not part of the review.')
  }
  if (note.pin && !sizes.includes(note.pin.size)) {
    throw new ProblemError('invalid_request', 'The review does not show this size.')
  }
  const { workspaceId } = link
  const row = await db.$transaction(async (tx) => {
    if ((await tx.reviewNote.count({ where: { linkId: link.id } })) >= MAX_NOTES) {
      throw new ProblemError('rate_limited', 'This review has all the comments it can hold.')
    }
    const created = await tx.reviewNote.create({
      data: {
        workspaceId,
        linkId: link.id,
        adKey: note.adKey,
        size: note.pin?.size ?? null,
        pinX: note.pin?.x ?? null,
        pinY: note.pin?.y ?? null,
        authorName: toStorableText(note.authorName),
        text: toStorableText(note.text),
        decision: note.decision,
      },
    })
    const reviewer = { kind: 'system', id: 'A reviewer', workspaceId, permissions: [] } as const
    const action = `review.${note.decision ?? 'comment'}`
    await writeAuditEntry(tx, reviewer, action, link.id, { campaignId: link.campaignId })
    return created
  })
  return toReviewNote(row)
}

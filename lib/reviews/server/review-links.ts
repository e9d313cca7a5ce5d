import type { Database } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { selectAds } from '@/lib/gallery/select-ads'
import { loadGallerySnapshot } from '@/lib/gallery/server/load-gallery-snapshot'
import { notFound, ProblemError } from '@/lib/http/problem'
import type { CreateReviewLink, ReviewLink } from '@/lib/reviews/review'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { Prisma } from '@/prisma/generated/client'
import { stateOfLink } from './open-review'
import { createReviewSecret, signReviewToken } from './review-token'
import { toReviewNote } from './to-review-note'

const DAY_MS = 86_400_000
const MAX_LISTED = 100
const withNotes = {
  notes: { orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 500 },
} satisfies Prisma.ReviewLinkInclude

type LinkRow = Prisma.ReviewLinkGetPayload<{ include: typeof withNotes }>

/** Freezes the ads as they are now behind a new link, whose address is answered only here. */
export async function createReviewLink(
  db: Database,
  actor: Actor,
  campaignId: string,
  { name, source, validDays, filter }: CreateReviewLink,
): Promise<ReviewLink & { url: string }> {
  const nowMs = Date.now()
  const loaded = await loadGallerySnapshot(db, actor.workspaceId, campaignId, source, nowMs)
  if (loaded.kind !== 'ok') {
    const why = loaded.kind === 'invalid' ? 'Mend the draft first' : 'Publish the campaign first'
    throw new ProblemError('unprocessable', `${why}: there are no ads to show yet.`)
  }
  const { snapshot, sizes } = loaded
  if (selectAds(snapshot, filter).count === 0n) {
    throw new ProblemError('unprocessable', 'This filter leaves no ad to review.')
  }
  const { secret, secretHash } = createReviewSecret()
  const row = await db.$transaction(async (tx) => {
    const link = await tx.reviewLink.create({
      data: {
        workspaceId: actor.workspaceId,
        campaignId,
        name: name || snapshot.campaignName,
        secretHash,
        source,
        revision: snapshot.revision,
        document: snapshot,
        filter,
        sizes,
        expiresAt: new Date(nowMs + validDays * DAY_MS),
        createdById: actor.id,
      },
      include: withNotes,
    })
    await writeAuditEntry(tx, actor, 'review.create', link.id, { campaignId, source, validDays })
    return link
  })
  const url = `${getEnv().PUBLIC_URL}/review/${signReviewToken(row.id, secret)}`
  return { ...toReviewLink(row, nowMs), url }
}

/** The newest first, with what was said. */
export async function listReviewLinks(
  db: Database,
  actor: Actor,
  campaignId: string,
): Promise<{ items: ReviewLink[] }> {
  const { workspaceId } = actor
  const campaign = await db.campaign.count({ where: { id: campaignId, workspaceId } })
  if (campaign === 0) throw notFound('campaign')
  const rows = await db.reviewLink.findMany({
    where: { workspaceId, campaignId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MAX_LISTED,
    include: withNotes,
  })
  const nowMs = Date.now()
  return { items: rows.map((row) => toReviewLink(row, nowMs)) }
}

/** Takes a link back at once. A link that was taken back already stays so. */
export async function revokeReviewLink(
  db: Database,
  actor: Actor,
  campaignId: string,
  linkId: string,
): Promise<void> {
  const where = { id: linkId, campaignId, workspaceId: actor.workspaceId }
  await db.$transaction(async (tx) => {
    const { count } = await tx.reviewLink.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count > 0) await writeAuditEntry(tx, actor, 'review.revoke', linkId, { campaignId })
    else if ((await tx.reviewLink.count({ where })) === 0) throw notFound('review link')
  })
}

function toReviewLink(row: LinkRow, nowMs: number): ReviewLink {
  return {
    id: row.id,
    name: row.name,
    source: row.source === 'published' ? 'published' : 'draft',
    revision: row.revision,
    state: stateOfLink(row, nowMs),
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    views: row.views,
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
    notes: row.notes.map(toReviewNote),
  }
}

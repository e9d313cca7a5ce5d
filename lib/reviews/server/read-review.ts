import { LRUCache } from 'lru-cache'
import { renderSample } from '@/lib/creatives/render-decision'
import type { Database } from '@/lib/db/client'
import { type AdSize, adSizeSchema } from '@/lib/decision/ad-size'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import { type AdSelection, selectAds } from '@/lib/gallery/select-ads'
import { combinationFilterSchema } from '@/lib/permutations/combination-filter'
import type { Review, ReviewAd } from '@/lib/reviews/review'
import type { ReviewLink as ReviewLinkRow } from '@/prisma/generated/client'
import { toReviewNote } from './to-review-note'

interface ReviewContent {
  readonly snapshot: Snapshot
  readonly selection: AdSelection
  readonly sizes: AdSize[]
}

// A link's document and filter never change.
const contents = new LRUCache<string, ReviewContent>({ max: 50 })

export function contentOf(link: ReviewLinkRow): ReviewContent {
  const known = contents.get(link.id)
  if (known) return known
  const snapshot = snapshotSchema.parse(link.document)
  const content = {
    snapshot,
    selection: selectAds(snapshot, combinationFilterSchema.parse(link.filter)),
    sizes: adSizeSchema.array().parse(link.sizes),
  }
  contents.set(link.id, content)
  return content
}

export async function readReview(db: Database, link: ReviewLinkRow): Promise<Review> {
  const { selection, sizes } = contentOf(link)
  const notes = await db.reviewNote.findMany({
    where: { linkId: link.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return {
    name: link.name,
    expiresAt: link.expiresAt.toISOString(),
    sizes,
    count: selection.count.toString(),
    notes: notes.map(toReviewNote),
  }
}

/** Ads of a link by their rank, drawn as they would be served, in one size or in all. */
export function listReviewAds(
  link: ReviewLinkRow,
  { from, limit, size }: { from: number; limit: number; size?: AdSize | undefined },
): { ads: ReviewAd[] } {
  const { snapshot, selection, sizes } = contentOf(link)
  const wanted = size === undefined ? sizes : sizes.filter((own) => own === size)
  const ads = Array.from({ length: limit }, (_, offset) => selection.at(BigInt(from + offset)))
  return {
    ads: ads.flatMap((ad) =>
      ad === null
        ? []
        : {
            key: ad.key,
            number: Number(ad.number),
            renditions: wanted.map((own) => ({
              size: own,
              html: renderSample(snapshot, { assets: ad.assets, size: own }).html,
            })),
          },
    ),
  }
}

export async function countView(db: Database, linkId: string): Promise<void> {
  await db.reviewLink.update({
    where: { id: linkId },
    data: { views: { increment: 1 }, lastViewedAt: new Date() },
  })
}

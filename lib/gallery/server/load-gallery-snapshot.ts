import { compileSnapshot } from '@/lib/campaigns/compile-snapshot'
import { completeDraft } from '@/lib/campaigns/complete-draft'
import type { CampaignIssue } from '@/lib/campaigns/step'
import { getCampaignDraft } from '@/lib/campaigns/server/load-draft'
import type { DatabaseSession } from '@/lib/db/client'
import { type AdSize, adSizeSchema } from '@/lib/decision/ad-size'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import type { GallerySource } from '@/lib/gallery/gallery-api'

export type GallerySnapshot =
  | {
      readonly kind: 'ok'
      readonly snapshot: Snapshot
      /** Those of its placements; every size before there is a pilot. */
      readonly sizes: AdSize[]
    }
  | { readonly kind: 'invalid'; readonly issues: CampaignIssue[] }
  | { readonly kind: 'unpublished' }

/**
 * A campaign as its ads are made: of the draft as the next publication would serve it, or of what
 * is published. Throws not_found for a campaign of another workspace.
 */
export async function loadGallerySnapshot(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
  source: GallerySource,
  nowMs: number,
): Promise<GallerySnapshot> {
  const draft = await getCampaignDraft(db, workspaceId, campaignId)
  if (source === 'draft') {
    const complete = completeDraft(draft, '300x250', nowMs)
    const sizes = draft.pilot ? sizesOf(complete) : [...adSizeSchema.options]
    const compiled = compileSnapshot(complete, Math.max(1, draft.revision), sizes)
    return compiled.kind === 'ok' ? { ...compiled, sizes } : compiled
  }
  const published = await db.campaignSnapshot.findUnique({
    where: { campaignId_revision: { campaignId, revision: draft.revision } },
    select: { document: true },
  })
  if (!published) return { kind: 'unpublished' }
  const snapshot = snapshotSchema.parse(published.document)
  return { kind: 'ok', snapshot, sizes: sizesOf(snapshot) }
}

function sizesOf({ placements }: { placements: readonly { size: AdSize }[] }): AdSize[] {
  return adSizeSchema.options.filter((size) => placements.some((one) => one.size === size))
}

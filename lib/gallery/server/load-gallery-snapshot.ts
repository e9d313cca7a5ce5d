import { compileSnapshot, type CompiledSnapshot } from '@/lib/campaigns/compile-snapshot'
import { completeDraft } from '@/lib/campaigns/complete-draft'
import { getCampaignDraft } from '@/lib/campaigns/server/load-draft'
import type { DatabaseSession } from '@/lib/db/client'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { snapshotSchema } from '@/lib/decision/snapshot'
import type { GallerySource } from '@/lib/gallery/gallery-api'

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
): Promise<CompiledSnapshot | { kind: 'unpublished' }> {
  const draft = await getCampaignDraft(db, workspaceId, campaignId)
  if (source === 'draft') {
    const complete = completeDraft(draft, adSizeSchema.options, nowMs)
    return compileSnapshot(complete, Math.max(1, draft.revision))
  }
  const published = await db.campaignSnapshot.findUnique({
    where: { campaignId_revision: { campaignId, revision: draft.revision } },
    select: { document: true },
  })
  if (!published) return { kind: 'unpublished' }
  return { kind: 'ok', snapshot: snapshotSchema.parse(published.document) }
}

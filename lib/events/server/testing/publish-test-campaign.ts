import type { Database } from '@/lib/db/client'
import type { Snapshot } from '@/lib/decision/snapshot'
import { buildSnapshot } from '@/lib/decision/testing/build-snapshot'

/** A workspace with one live campaign, whose first revision is `overrides` over a small snapshot. */
export async function publishTestCampaign(
  db: Database,
  overrides: Partial<Snapshot> = {},
): Promise<Snapshot> {
  const slug = `test-${crypto.randomUUID().slice(0, 8)}`
  const workspace = await db.workspace.create({ data: { name: 'Test', slug } })
  const campaign = await db.campaign.create({
    data: {
      workspaceId: workspace.id,
      name: 'Campaign',
      status: 'live',
      revision: 1,
      segmentIds: [],
    },
  })
  const snapshot = buildSnapshot({
    ...overrides,
    workspaceId: workspace.id,
    campaignId: campaign.id,
    revision: 1,
  })
  await db.campaignSnapshot.create({
    data: {
      campaignId: campaign.id,
      revision: 1,
      workspaceId: workspace.id,
      contentHash: slug,
      document: snapshot,
    },
  })
  return snapshot
}

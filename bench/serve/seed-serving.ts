import { createHash } from 'node:crypto'
import { createDatabase } from '@/lib/db/client'
import { createBenchSnapshot } from './create-bench-snapshot'

/** Puts one live campaign with one placement into an empty database; answers the placement's id. */
export async function seedServing(databaseUrl: string, landingUrl: string): Promise<string> {
  const db = createDatabase(databaseUrl, 2)
  try {
    const workspace = await db.workspace.create({ data: { name: 'Bench', slug: 'bench' } })
    const workspaceId = workspace.id
    const campaign = await db.campaign.create({
      data: { workspaceId, name: 'Autumn boots', status: 'live', revision: 1 },
    })
    const campaignId = campaign.id
    const placement = await db.placement.create({
      data: { workspaceId, name: 'Sidebar', size: '300x250', campaignId },
    })
    const nowMs = Date.now()
    const ids = { workspaceId, campaignId, placementId: placement.id, nowMs, landingUrl }
    const document = createBenchSnapshot(ids)
    const contentHash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
    await db.campaignSnapshot.create({
      data: { campaignId, revision: 1, workspaceId, contentHash, document },
    })
    return placement.id
  } finally {
    await db.$disconnect()
  }
}

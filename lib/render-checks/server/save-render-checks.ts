import type { Database } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { SaveRenderChecks } from '@/lib/render-checks/render-check'
import type { Actor } from '@/lib/workspaces/permission'

/** Keeps what a browser of the team found. It warns and never decides, so nothing is logged. */
export async function saveRenderChecks(
  db: Database,
  actor: Actor,
  campaignId: string,
  { results }: SaveRenderChecks,
): Promise<void> {
  const { workspaceId } = actor
  const campaign = await db.campaign.count({ where: { id: campaignId, workspaceId } })
  if (campaign === 0) throw notFound('campaign')
  await db.$transaction(
    results.map(({ key, findings }) =>
      db.renderCheck.upsert({
        where: { workspaceId_key: { workspaceId, key } },
        create: { workspaceId, key, findings },
        update: { findings, checkedAt: new Date() },
      }),
    ),
  )
}

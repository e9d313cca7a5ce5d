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
  // In one order, so that two browsers that found the same cannot wait for each other.
  const inOrder = results.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  await db.$transaction(
    inOrder.map(({ key, findings }) =>
      db.renderCheck.upsert({
        where: { workspaceId_key: { workspaceId, key } },
        create: { workspaceId, key, findings },
        update: { findings, checkedAt: new Date() },
      }),
    ),
  )
}

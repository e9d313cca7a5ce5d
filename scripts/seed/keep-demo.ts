import { hashPassword } from '@/lib/auth/password'
import { openSecret } from '@/lib/auth/sealed-secret'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { publishCampaign } from '@/lib/campaigns/server/publish-campaign'
import { saveObjectives } from '@/lib/campaigns/server/save-steps'
import type { Database } from '@/lib/db/client'
import { adSizeSchema } from '@/lib/decision/ad-size'
import type { Actor } from '@/lib/workspaces/permission'
import type { Access } from './access-file'
import { createSimulatorKey, DEMO_EMAIL, newPassword, ownerActor } from './seed-demo'

/** The demonstration's owner, when its seed ran to the end. */
export async function findDemoOwner(db: Database): Promise<Actor | null> {
  const membership = await db.membership.findFirst({
    where: { user: { email: DEMO_EMAIL }, workspace: { isDemo: true } },
    orderBy: { createdAt: 'asc' },
  })
  if (!membership) return null
  const { userId, workspaceId } = membership
  const published = await db.campaignSnapshot.count({ where: { workspaceId } })
  return published > 0 ? ownerActor(userId, workspaceId) : null
}

/** Takes away what a seed left that was interrupted: nothing was ever published from it. */
export async function removeHalfSeed(db: Database): Promise<void> {
  const where = { isDemo: true, memberships: { some: { user: { email: DEMO_EMAIL } } } }
  const workspaces = await db.workspace.findMany({ where, select: { id: true } })
  for (const { id } of workspaces) {
    await db.campaign.deleteMany({ where: { workspaceId: id } })
    await db.workspace.delete({ where: { id } })
  }
  await db.user.deleteMany({ where: { email: DEMO_EMAIL } })
}

/** A new password and key for a workspace whose access file was lost. */
export async function restoreAccess(
  db: Database,
  actor: Actor,
  publicUrl: string,
): Promise<Access> {
  const { workspaceId } = actor
  const password = newPassword()
  await db.user.update({
    where: { id: actor.id },
    data: { passwordHash: await hashPassword(password) },
  })
  const [live] = await db.campaignSnapshot.findMany({
    where: { workspaceId },
    orderBy: { createdAt: 'asc' },
    take: 1,
  })
  const draft = await db.campaign.findFirst({ where: { workspaceId, revision: 0 } })
  const placements = await db.placement.findMany({
    where: { workspaceId, archivedAt: null },
    orderBy: { createdAt: 'asc' },
  })
  const feeds = await db.feed.findMany({ where: { workspaceId } })
  return {
    url: publicUrl,
    email: DEMO_EMAIL,
    password,
    apiKey: await createSimulatorKey(db, actor),
    workspaceId,
    campaignId: live?.campaignId ?? '',
    draftCampaignId: draft?.id ?? '',
    placementId: placements[0]?.id ?? '',
    placements: placements.map(({ id, size, pageCategory }) => ({
      id,
      size: adSizeSchema.parse(size),
      pageCategory,
    })),
    feeds: feeds.map(({ id, kind, sealedSecret }) => ({
      id,
      kind,
      secret: openSecret(sealedSecret),
    })),
  }
}

/**
 * Follows the studio to another address: the landing page is this installation's own shop. A
 * campaign with changes that nobody published yet is left alone.
 */
export async function moveLandingPage(
  db: Database,
  actor: Actor,
  access: Access,
  publicUrl: string,
): Promise<void> {
  const campaign = await getCampaign(db, actor, access.campaignId)
  const { objectives } = campaign
  if (objectives?.landingUrl !== `${access.url}/demo/shop`) return
  if (campaign.status !== 'live' || campaign.hasUnpublishedChanges) return
  await saveObjectives(db, actor, campaign.id, {
    editVersion: campaign.editVersion,
    name: campaign.name,
    objectives: { ...objectives, landingUrl: `${publicUrl}/demo/shop` },
  })
  await publishCampaign(db, actor, campaign.id)
}

import type { Database, DatabaseSession } from '@/lib/db/client'
import { readTeamTemplateRef } from '@/lib/creatives/template'
import type { TeamTemplateRef } from '@/lib/decision/team-template'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import type {
  CampaignDetail,
  SaveObjectives,
  SavePilot,
  SaveRules,
  SaveSegments,
  SaveSlots,
} from '@/lib/campaigns/campaign-api'
import { hastenPictures } from '@/lib/products/server/hasten-pictures'
import { saveCampaign } from './save-campaign'

/** Step 1. */
export function saveObjectives(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SaveObjectives,
): Promise<CampaignDetail> {
  return saveCampaign(db, actor, campaignId, {
    action: 'campaign.objectives',
    editVersion: input.editVersion,
    data: { name: input.name, objectives: input.objectives },
  })
}

/** Step 2. Assets must be this workspace's and of their slot's kind; pauses of kept assets stay. */
export async function saveSlots(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SaveSlots,
): Promise<CampaignDetail> {
  const { workspaceId } = actor
  const before = await db.campaign.findFirst({ where: { id: campaignId, workspaceId } })
  const shown = readTeamTemplateRef(before?.design)
  return saveCampaign(db, actor, campaignId, {
    action: 'campaign.assets',
    editVersion: input.editVersion,
    data: { design: input.design },
    apply: async (tx) => {
      await assertAssetsFitSlots(tx, actor.workspaceId, input.slots)
      await assertTemplateUsable(tx, workspaceId, shown, input.design.team)
      await assertProductsKnown(tx, workspaceId, input.design.products ?? [])
      await hastenPictures(tx, workspaceId, input.design.products ?? [])
      await replaceSlots(tx, campaignId, input.slots)
    },
  })
}

/** Step 3. */
export function saveSegments(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SaveSegments,
): Promise<CampaignDetail> {
  const segmentIds = [...new Set(input.segmentIds)]
  return saveCampaign(db, actor, campaignId, {
    action: 'campaign.segments',
    editVersion: input.editVersion,
    data: { segmentIds },
    apply: async (tx) => {
      const known = await tx.segment.count({
        where: { workspaceId: actor.workspaceId, id: { in: segmentIds }, archivedAt: null },
      })
      if (known !== segmentIds.length) {
        throw new ProblemError('unprocessable', 'One of the segments is not in this workspace.', [
          { path: 'segmentIds', message: 'Choose segments of this workspace' },
        ])
      }
    },
  })
}

/**
 * Step 5. The order of the list is the priority; ids of rules that stay are kept. Pairs stay as
 * they are where the request has none.
 */
export function saveRules(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SaveRules,
): Promise<CampaignDetail> {
  return saveCampaign(db, actor, campaignId, {
    action: 'campaign.rules',
    editVersion: input.editVersion,
    data: input.constraints ? { constraints: input.constraints } : {},
    apply: async (tx) => {
      const existing = new Set(
        (await tx.rule.findMany({ where: { campaignId }, select: { id: true } })).map((r) => r.id),
      )
      await tx.rule.deleteMany({ where: { campaignId } })
      await tx.rule.createMany({
        data: input.rules.map(({ id, ...rule }, index) => ({
          ...rule,
          ...(id !== undefined && existing.has(id) ? { id } : {}),
          campaignId,
          priority: index + 1,
        })),
      })
    },
  })
}

/** Step 6. */
export function savePilot(
  db: Database,
  actor: Actor,
  campaignId: string,
  input: SavePilot,
): Promise<CampaignDetail> {
  return saveCampaign(db, actor, campaignId, {
    action: 'campaign.pilot',
    editVersion: input.editVersion,
    data: { pilot: input.pilot },
    apply: async (tx) => {
      await assertPlacementsFree(tx, actor.workspaceId, campaignId, input.pilot.placementIds)
    },
  })
}

async function assertAssetsFitSlots(
  db: DatabaseSession,
  workspaceId: string,
  slots: SaveSlots['slots'],
): Promise<void> {
  const assets = await db.asset.findMany({
    where: { workspaceId, id: { in: slots.flatMap(({ assetIds }) => assetIds) } },
    select: { id: true, kind: true },
  })
  const kindOf = new Map(assets.map(({ id, kind }) => [id, kind]))
  const issues = slots.flatMap((slot) =>
    slot.assetIds.some((id) => kindOf.get(id) !== slot.kind)
      ? [
          {
            path: `slots.${slot.key}`,
            message: `Only ${slot.kind} assets of this workspace fit here`,
          },
        ]
      : [],
  )
  if (issues.length > 0)
    throw new ProblemError('unprocessable', 'Some assets do not fit their slot.', issues)
}

/** An archived template stays where it is chosen already, and can't be chosen anew. */
async function assertTemplateUsable(
  db: DatabaseSession,
  workspaceId: string,
  before: TeamTemplateRef | null,
  chosen: TeamTemplateRef | undefined,
): Promise<void> {
  if (!chosen) return
  const { templateId, version } = chosen
  const found = await db.templateVersion.findFirst({
    where: { templateId, version, workspaceId },
    select: { template: { select: { name: true, archivedAt: true } } },
  })
  const isKept = before?.templateId === templateId
  if (found && (isKept || found.template.archivedAt === null)) return
  const message = found
    ? `The template “${found.template.name}” is archived. Choose another, or take it back.`
    : 'There is no such version of a template in this workspace.'
  throw new ProblemError('unprocessable', message, [{ path: 'design.team', message }])
}

async function assertProductsKnown(
  db: DatabaseSession,
  workspaceId: string,
  keys: readonly string[],
): Promise<void> {
  const known = await db.product.count({ where: { workspaceId, key: { in: [...keys] } } })
  if (known === new Set(keys).size) return
  const message = 'One of the products is not in this workspace’s feed.'
  throw new ProblemError('unprocessable', message, [{ path: 'design.products', message }])
}

async function replaceSlots(
  db: DatabaseSession,
  campaignId: string,
  slots: SaveSlots['slots'],
): Promise<void> {
  const before = await db.campaignSlot.findMany({
    where: { campaignId },
    include: { assets: true },
  })
  const pausedAtOf = new Map(
    before.flatMap((slot) =>
      slot.assets.map((asset) => [`${slot.key} ${asset.assetId}`, asset.pausedAt]),
    ),
  )
  await db.campaignSlot.deleteMany({ where: { campaignId } })
  for (const [position, { key, kind, assetIds }] of slots.entries()) {
    await db.campaignSlot.create({
      data: {
        campaignId,
        key,
        kind,
        position,
        assets: {
          create: [...new Set(assetIds)].map((assetId, index) => ({
            assetId,
            position: index,
            pausedAt: pausedAtOf.get(`${key} ${assetId}`) ?? null,
          })),
        },
      },
    })
  }
}

async function assertPlacementsFree(
  db: DatabaseSession,
  workspaceId: string,
  campaignId: string,
  placementIds: readonly string[],
): Promise<void> {
  const free = await db.placement.count({
    where: {
      workspaceId,
      id: { in: [...placementIds] },
      archivedAt: null,
      OR: [
        { campaignId: null },
        { campaignId },
        { campaign: { status: { in: ['draft', 'ended'] } } },
      ],
    },
  })
  if (free !== new Set(placementIds).size) {
    throw new ProblemError(
      'unprocessable',
      'A placement shows one campaign at a time, and one of these is taken.',
      [{ path: 'placementIds', message: 'Choose placements that no other live campaign uses' }],
    )
  }
}

import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import type { AssetResponse, CreateCopyAsset } from '@/lib/assets/asset'
import type { Database, DatabaseSession } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { hashAssetContent } from './hash-asset-content'
import { toAssetResponse, withRenditions } from './to-asset-response'

const NAME_LENGTH = 60

type AboutField = 'markets' | 'source' | 'rightsStartAt' | 'rightsEndAt'

/** Adds a piece of copy as a draft. Its name, when none is given, is the beginning of its text. */
export async function createCopyAsset(
  db: Database,
  actor: Actor,
  input: CreateCopyAsset,
): Promise<AssetResponse> {
  return db.$transaction((tx) => insertCopyAsset(tx, actor, input))
}

/** The same inside a transaction that is under way. */
export async function insertCopyAsset(
  tx: DatabaseSession,
  actor: Actor,
  input: CreateCopyAsset,
  about: Pick<Prisma.AssetUncheckedCreateInput, AboutField> = {},
): Promise<AssetResponse> {
  const authorId = await findActingUserId(tx, actor)
  const asset = await tx.asset.create({
    data: {
      ...about,
      workspaceId: actor.workspaceId,
      kind: input.kind,
      name: input.name ?? Array.from(input.text).slice(0, NAME_LENGTH).join(''),
      text: input.text,
      locale: input.locale,
      contentSha256: hashAssetContent(input),
      tags: input.tags,
      createdById: authorId,
      contentById: authorId,
    },
    include: withRenditions,
  })
  await writeAuditEntry(tx, actor, 'asset.created', asset.id, { kind: input.kind })
  return toAssetResponse(asset)
}

import type { AssetState } from '@/lib/assets/asset-state'
import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import type { BulkFields } from './bulk-undo'
import { hashAssetContent } from './hash-asset-content'
import { toVersionRow } from './record-version'

export interface FieldsWrite {
  readonly before: Asset
  readonly after: BulkFields
}

/** The fields of an asset that a change of many may touch. */
export function toBulkFields(asset: Asset): BulkFields {
  const { id, tags, markets, source, locale, state } = asset
  return {
    ...{ id, tags, markets, source, locale, state },
    rightsStartAt: asset.rightsStartAt?.toISOString() ?? null,
    rightsEndAt: asset.rightsEndAt?.toISOString() ?? null,
  }
}

/** Writes assets in one statement, with a version of each whose content changed. */
export async function writeBulkFields(
  tx: DatabaseSession,
  actor: Actor,
  writes: readonly FieldsWrite[],
  at: Date,
): Promise<void> {
  if (writes.length === 0) return
  const authorId = await findActingUserId(tx, actor)
  const rows = writes.map(({ before, after }) => {
    const contentSha256 = hashAssetContent({ ...before, locale: after.locale })
    const isContent = contentSha256 !== before.contentSha256
    const contentById = isContent ? authorId : before.contentById
    const version = before.version + (isContent ? 1 : 0)
    return { ...after, contentSha256, contentById, version }
  })
  await tx.$executeRaw`
    UPDATE asset SET
      tags = ARRAY(SELECT jsonb_array_elements_text(written.tags)),
      markets = ARRAY(SELECT jsonb_array_elements_text(written.markets)),
      rights_start_at = written."rightsStartAt", rights_end_at = written."rightsEndAt",
      source = written.source, locale = written.locale, state = written.state,
      content_sha256 = written."contentSha256", content_by_id = written."contentById", version = written.version,
      updated_at = ${at.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS written (
      id text, tags jsonb, markets jsonb, "rightsStartAt" timestamptz, "rightsEndAt" timestamptz,
      source text, locale text, state asset_state, "contentSha256" text, "contentById" text,
      version int)
    WHERE asset.id = written.id AND asset.workspace_id = ${actor.workspaceId}`
  await keepVersions(tx, actor, writes, rows)
}

async function keepVersions(
  tx: DatabaseSession,
  actor: Actor,
  writes: readonly FieldsWrite[],
  rows: readonly { version: number; contentSha256: string; state: AssetState }[],
): Promise<void> {
  const data = writes.flatMap(({ before, after }, index) => {
    const row = rows[index]
    if (!row || row.version === before.version) return []
    const { version, contentSha256 } = row
    const { createdById, createdAt } = before
    const now = { ...before, locale: after.locale, version, contentSha256 }
    return [
      { ...toVersionRow(before), createdById, createdAt },
      { ...toVersionRow(now), createdById: actor.kind === 'user' ? actor.id : null },
    ]
  })
  if (data.length > 0) await tx.assetVersion.createMany({ data, skipDuplicates: true })
}

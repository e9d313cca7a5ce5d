import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import type { AssetResponse, CreateThemeAsset } from '@/lib/assets/asset'
import { colorsOfTheme } from '@/lib/assets/theme'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { hashAssetContent } from './hash-asset-content'
import { toAssetResponse, withRenditions } from './to-asset-response'

/** Adds colours that go together as a draft. */
export async function createThemeAsset(
  db: Database,
  actor: Actor,
  input: CreateThemeAsset,
): Promise<AssetResponse> {
  const { name, theme, tags, markets, locale } = input
  return db.$transaction(async (tx) => {
    const authorId = await findActingUserId(tx, actor)
    const asset = await tx.asset.create({
      data: {
        workspaceId: actor.workspaceId,
        kind: 'theme',
        ...{ name, theme, tags, markets, locale },
        dominantColors: colorsOfTheme(theme),
        contentSha256: hashAssetContent({ kind: 'theme', locale, theme }),
        createdById: authorId,
        contentById: authorId,
      },
      include: withRenditions,
    })
    await writeAuditEntry(tx, actor, 'asset.created', asset.id, { kind: 'theme' })
    return toAssetResponse(asset)
  })
}

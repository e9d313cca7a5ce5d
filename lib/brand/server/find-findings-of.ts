import { checkAsset } from '@/lib/brand/check-asset'
import type { Finding } from '@/lib/brand/finding'
import { toBrandAsset } from '@/lib/brand/to-brand-asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { Asset } from '@/prisma/generated/client'
import { getBrandKit } from './brand-kits'

type CheckedFields = Pick<
  Asset,
  'id' | 'kind' | 'text' | 'locale' | 'tags' | 'widthPx' | 'heightPx' | 'dominantColors' | 'theme'
>

/** What each of many assets of a workspace breaks of its kit of the moment; those that break nothing are left out. */
export async function findFindingsOf(
  db: DatabaseSession,
  workspaceId: string,
  assets: readonly CheckedFields[],
): Promise<Map<string, Finding[]>> {
  if (assets.length === 0) return new Map()
  const { kit } = await getBrandKit(db, workspaceId)
  const named = kit.claims.flatMap(({ disclaimer }) => disclaimer.assetIds)
  const rows =
    named.length === 0
      ? []
      : await db.asset.findMany({
          where: { workspaceId, id: { in: named } },
          select: { id: true, name: true },
        })
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const context = { nameOf: (id: string) => names.get(id) ?? null }
  const checked = assets.map(
    (asset) => [asset.id, checkAsset(kit, toBrandAsset(asset), context)] as const,
  )
  return new Map(checked.filter(([, findings]) => findings.length > 0))
}

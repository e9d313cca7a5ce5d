import { type BrandKit, brandKitSchema, DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import type { BrandKitResponse, SaveBrandKit } from '@/lib/brand/brand-kit-api'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'

/** The workspace's kit, or the default with revision 0. */
export async function getBrandKit(
  db: DatabaseSession,
  workspaceId: string,
): Promise<BrandKitResponse> {
  const row = await db.brandKit.findUnique({ where: { workspaceId } })
  if (!row) return { kit: DEFAULT_BRAND_KIT, revision: 0, updatedAt: null }
  return {
    kit: brandKitSchema.parse(row.document),
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** Saves the whole kit. Throws `conflict` if it was saved since `revision` was read. */
export async function saveBrandKit(
  db: Database,
  actor: Actor,
  { revision, kit }: SaveBrandKit,
): Promise<BrandKitResponse> {
  const { workspaceId } = actor
  return db.$transaction(async (tx) => {
    const data = { document: kit, updatedById: actor.kind === 'user' ? actor.id : null }
    const { count } =
      revision === 0
        ? await tx.brandKit.createMany({ data: [{ workspaceId, ...data }], skipDuplicates: true })
        : await tx.brandKit.updateMany({
            where: { workspaceId, revision },
            data: { ...data, revision: { increment: 1 } },
          })
    if (count === 0) {
      throw new ProblemError(
        'conflict',
        'The brand’s rules were changed since you opened them. Reload to see the newest.',
      )
    }
    await writeAuditEntry(tx, actor, 'brand_kit.update', workspaceId, {
      revision: revision + 1,
      rules: countRules(kit),
    })
    return getBrandKit(tx, workspaceId)
  })
}

function countRules({ voice, claims, disclaimers, pairs }: BrandKit): number {
  return voice.words.length + claims.length + disclaimers.length + pairs.length
}

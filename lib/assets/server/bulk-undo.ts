import { z } from 'zod'
import { assetStateSchema } from '@/lib/assets/asset-state'
import { bulkActionSchema } from '@/lib/assets/bulk-change'
import type { DatabaseSession } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'

const UNDO_MS = 3_600_000

const fieldsSchema = z.object({
  id: z.string(),
  tags: z.array(z.string()),
  markets: z.array(z.string()),
  rightsStartAt: z.iso.datetime().nullable(),
  rightsEndAt: z.iso.datetime().nullable(),
  source: z.string(),
  locale: z.string(),
  state: assetStateSchema,
})
/** The fields that a change of many assets may touch. */
export type BulkFields = z.infer<typeof fieldsSchema>

const undoSchema = z.discriminatedUnion('kind', [
  /** `at`: when they were changed; an asset that was changed since is left alone. */
  z.object({ kind: z.literal('fields'), at: z.iso.datetime(), before: z.array(fieldsSchema) }),
  z.object({
    kind: z.literal('state'),
    action: bulkActionSchema,
    /** `version`: of the content that moved; another one is no longer what the change was about. */
    before: z.array(
      z.object({
        ...{ id: z.string(), from: assetStateSchema, to: assetStateSchema },
        version: z.number().int(),
      }),
    ),
  }),
])
export type BulkUndo = z.infer<typeof undoSchema>

/** Keeps what undoing takes, and forgets what can no longer be undone. */
export async function keepUndo(
  db: DatabaseSession,
  { workspaceId, kind: actorKind, id: actorId }: Actor,
  undo: BulkUndo,
): Promise<string> {
  await db.assetBulkChange.deleteMany({ where: { workspaceId, createdAt: { lt: oldest() } } })
  const kept = await db.assetBulkChange.create({
    data: { workspaceId, actorKind, actorId, items: undo },
  })
  return kept.id
}

/** Takes it out, so that nothing is undone twice. Throws `not_found`, also after an hour. */
export async function takeUndo(
  tx: DatabaseSession,
  { workspaceId, kind: actorKind, id: actorId }: Actor,
  undoId: string,
): Promise<BulkUndo> {
  const where = { id: undoId, workspaceId, actorKind, actorId, createdAt: { gte: oldest() } }
  const kept = await tx.assetBulkChange.findFirst({ where })
  const { count } = await tx.assetBulkChange.deleteMany({ where })
  if (!kept || count === 0) throw notFound('change to undo')
  return undoSchema.parse(kept.items)
}

function oldest(): Date {
  return new Date(Date.now() - UNDO_MS)
}

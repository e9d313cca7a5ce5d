import type { Database } from '@/lib/db/client'
import type { Gallery, GallerySource } from '@/lib/gallery/gallery-api'
import type { Actor } from '@/lib/workspaces/permission'
import { loadGallerySnapshot } from './load-gallery-snapshot'

/** Everything the gallery draws ads from: the browser makes each when it comes into view. */
export async function getGallery(
  db: Database,
  actor: Actor,
  campaignId: string,
  source: GallerySource,
): Promise<Gallery> {
  const loaded = await loadGallerySnapshot(db, actor.workspaceId, campaignId, source, Date.now())
  if (loaded.kind !== 'ok') return loaded
  const { snapshot, sizes } = loaded
  const texts = Object.values(snapshot.assets).flatMap(({ id, text }) =>
    text === null ? [] : [id],
  )
  const rows = await db.asset.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: texts } },
    select: { id: true, locale: true },
  })
  const locales = Object.fromEntries(rows.map(({ id, locale }) => [id, locale]))
  return { kind: 'ok', source, snapshot, sizes, locales }
}

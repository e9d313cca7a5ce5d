import type { AssetKind } from '@/lib/decision/snapshot'
import type { AssetAction } from '@/lib/assets/asset-state'
import { changeAssetStateSchema, type PictureKind } from '@/lib/assets/asset'
import type { FocalPoint } from '@/lib/assets/crop'
import { changeAssetState } from '@/lib/assets/server/change-asset-state'
import { createCopyAsset } from '@/lib/assets/server/create-copy-asset'
import { uploadImageAsset } from '@/lib/assets/server/upload-image-asset'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { BODIES, CALLS_TO_ACTION, HEADLINES, UNFINISHED_COPY } from './demo-copy'
import { drawEmblem, drawWordmark } from './pictures/logo'
import { PICTURES } from './pictures/pictures'
import { renderLogo, renderPhoto } from './pictures/render-picture'

const PICTURE_SEED = 11
const PINE_GREEN = '#1f4a43'

export interface DemoAsset {
  readonly id: string
  readonly kind: AssetKind
  readonly name: string
  readonly isApproved: boolean
}

/** Fills the workspace's library: drawn pictures, logos and copy, approved, and some unfinished copy. */
export async function createDemoAssets(db: Database, actor: Actor): Promise<DemoAsset[]> {
  const photos = await Promise.all(
    PICTURES.map(async ({ name, altText, focalX, focalY, draw }) => {
      const bytes = await renderPhoto(draw(PICTURE_SEED))
      const focal = { focalX, focalY }
      return upload(db, actor, { kind: 'image', name, altText, bytes, focal })
    }),
  )
  const logos = [
    { name: 'Wordmark', altText: 'Harbour & Pine', svg: drawWordmark(PINE_GREEN) },
    { name: 'Emblem', altText: 'Harbour & Pine: a pine over two waves', svg: drawEmblem() },
  ]
  for (const { name, altText, svg } of logos) {
    const bytes = await renderLogo(svg)
    photos.push(await upload(db, actor, { kind: 'logo', name, altText, bytes }))
  }
  const approved = [...photos, ...(await createCopy(db, actor))]
  await change(db, actor, 'submit', approved)
  await change(db, actor, 'approve', approved)
  return [...approved, ...(await createUnfinished(db, actor))]
}

async function upload(
  db: Database,
  actor: Actor,
  picture: { kind: PictureKind; name: string; altText: string; bytes: Buffer; focal?: FocalPoint },
): Promise<DemoAsset> {
  const { name, ...rest } = picture
  const fileName = `${name}.${rest.kind === 'image' ? 'jpg' : 'png'}`
  const { asset } = await uploadImageAsset(db, actor, { ...rest, fileName })
  return { id: asset.id, kind: rest.kind, name, isApproved: true }
}

async function createCopy(db: Database, actor: Actor): Promise<DemoAsset[]> {
  const texts = { headline: HEADLINES, body: BODIES, cta: CALLS_TO_ACTION } as const
  const created: DemoAsset[] = []
  for (const kind of ['headline', 'body', 'cta'] as const) {
    for (const text of texts[kind]) {
      const copy = { kind, text, name: text, locale: 'en', tags: ['autumn'] }
      const { id, name } = await createCopyAsset(db, actor, copy)
      created.push({ id, kind, name, isApproved: true })
    }
  }
  return created
}

async function createUnfinished(db: Database, actor: Actor): Promise<DemoAsset[]> {
  const created: DemoAsset[] = []
  for (const { kind, text, state } of UNFINISHED_COPY) {
    const copy = { kind, text, name: text, locale: 'en', tags: ['winter'] }
    const { id, name } = await createCopyAsset(db, actor, copy)
    created.push({ id, kind, name, isApproved: false })
    if (state === 'in_review') await change(db, actor, 'submit', [{ id }])
  }
  return created
}

async function change(
  db: Database,
  actor: Actor,
  action: AssetAction,
  assets: readonly { id: string }[],
): Promise<void> {
  const assetIds = assets.map(({ id }) => id)
  const input = changeAssetStateSchema.parse({ action, assetIds })
  const { refused } = await changeAssetState(db, actor, input, settleLiveAssets)
  if (refused[0]) throw new Error(`An asset could not be changed: ${refused[0].reason}`)
}

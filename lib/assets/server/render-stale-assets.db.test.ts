import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RENDITION_RECIPE } from '@/lib/assets/rendition-recipe'
import { toSnapshotAsset } from '@/lib/assets/snapshot-asset'
import { createDatabase, type Database } from '@/lib/db/client'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { type BlobStore, createBlobStore } from './blob-store'
import { getRenditionProgress, renderStaleAssets } from './render-stale-assets'
import { uploadImageAsset } from './upload-image-asset'

const PATIENCE_MS = 120_000
let test: TestDatabase
let db: Database
let folder: string
let store: BlobStore

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  folder = await mkdtemp(path.join(tmpdir(), 'intarsia-render-'))
  store = createBlobStore(folder)
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
  await rm(folder, { recursive: true, force: true })
})

const photo = () =>
  sharp({
    create: {
      ...{ width: 900, height: 700, channels: 3, background: '#888888' },
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .blur(3)
    .jpeg()
    .toBuffer()

describe('renderStaleAssets', () => {
  it(
    'adds AVIF where it saves bytes, makes a missing size again, and then has nothing to do',
    async () => {
      const workspace = await db.workspace.create({ data: { name: 'R', slug: 'r' } })
      const actor = {
        ...({ kind: 'system', id: 'test', permissions: ROLE_PERMISSIONS.owner } as const),
        workspaceId: workspace.id,
      }
      const input = { bytes: await photo(), fileName: 'p.jpg', kind: 'image', altText: '' } as const
      const { asset } = await uploadImageAsset(db, actor, input, store)
      const where = { assetId: asset.id }
      const before = await db.asset.findUniqueOrThrow({ where: { id: asset.id } })
      expect(await getRenditionProgress(db, actor)).toEqual({ total: 1, waiting: 1 })

      expect(await renderStaleAssets(db, PATIENCE_MS, store)).toBe(1)
      const rows = await db.assetRendition.findMany({ where })
      expect(new Set(rows.map(({ size }) => size)).size).toBe(adSizeSchema.options.length)
      const avif = rows.filter(({ format }) => format === 'avif')
      expect(avif.length).toBeGreaterThan(0)
      for (const row of avif) {
        const webp = rows.find(
          ({ size, density, format }) =>
            size === row.size && density === row.density && format === 'webp',
        )
        expect(row.fileSizeBytes).toBeLessThan(webp?.fileSizeBytes ?? 0)
        const bytes = await store.read(row.sha256)
        expect((await sharp(bytes ?? undefined).metadata()).compression).toBe('av1')
      }
      const after = await db.asset.findUniqueOrThrow({
        where: { id: asset.id },
        include: { renditions: true },
      })
      expect(after.renditionRecipe).toBe(RENDITION_RECIPE)
      expect(after.updatedAt).toEqual(before.updatedAt)
      expect(toSnapshotAsset(after).renditions[0]).toMatchObject({ density: 2 })

      const renderAgain = async () => {
        await db.assetRendition.deleteMany({ where: { ...where, size: '320x50' } })
        await db.$executeRaw`UPDATE asset SET rendition_recipe = 'an older one'`
        expect(await renderStaleAssets(db, PATIENCE_MS, store)).toBe(1)
        const made = await db.assetRendition.findMany({ where })
        expect(made.some(({ size }) => size === '320x50')).toBe(true)
        return made.map(({ sha256 }) => sha256).toSorted()
      }
      expect(await renderAgain()).toEqual(await renderAgain())
      expect(await renderStaleAssets(db, PATIENCE_MS, store)).toBe(0)
      expect(await getRenditionProgress(db, actor)).toEqual({ total: 1, waiting: 0 })

      await db.asset.update({
        where: { id: asset.id },
        data: { blobSha256: 'f'.repeat(64), renditionRecipe: null },
      })
      expect(await renderStaleAssets(db, PATIENCE_MS, store)).toBe(0)
    },
    2 * PATIENCE_MS,
  )
})

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { hashAssetContent } from './hash-asset-content'

const MIGRATION = 'prisma/migrations/20261128004000_content_hash/migration.sql'

let test: TestDatabase
let db: Database
let workspaceId: string

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  workspaceId = (await db.workspace.create({ data: { name: 'Mine', slug: 'mine' } })).id
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})

describe('the migration that gives hashes to the assets there are', () => {
  it('writes the very hashes that the program would', async () => {
    const copy = { workspaceId, kind: 'headline', name: 'x' } as const
    const picture = { workspaceId, kind: 'image', name: 'x', blobSha256: 'a'.repeat(64) } as const
    await db.asset.createMany({
      data: [
        { ...copy, text: 'Größer wohnen "jetzt" \\ </script> 👩‍🚀', locale: 'de-CH' },
        { ...copy, text: 'cafe\u0301 \u2028 \u007f', altText: 'e\u0301' },
        { ...copy, kind: 'body', text: null },
        { ...picture, altText: 'A boot', focalX: 0.1 + 0.2, focalY: 0.00005 },
        { ...picture, focalX: 0.33335, focalY: 0.99995 },
        { ...picture, kind: 'logo', focalX: 1e-9, focalY: 1 },
      ],
    })
    await db.$executeRawUnsafe(await readFile(path.resolve(MIGRATION), 'utf8'))
    const rows = await db.asset.findMany()
    expect(rows).toHaveLength(6)
    for (const row of rows) expect(row.contentSha256).toBe(hashAssetContent(row))
  })
})

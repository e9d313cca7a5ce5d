import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_IMPACT } from '@/lib/assets/asset-impact'
import { createDatabase, type Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createCopyAsset } from './create-copy-asset'
import { createThemeAsset } from './create-theme-asset'
import { getAsset } from './get-asset'
import { listAssetVersions } from './list-asset-versions'
import { restoreAssetVersion } from './restore-asset-version'
import { updateAsset } from './update-asset'

let test: TestDatabase
let db: Database
let actor: Actor
let stranger: Actor
beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  actor = await createTestWorkspace(db)
  stranger = await createTestWorkspace(db)
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})

const headline = (text: string) =>
  createCopyAsset(db, actor, { kind: 'headline', text, locale: 'en', tags: [] })
const versionsOf = async (id: string) => (await listAssetVersions(db, actor, id)).items
const THEME = {
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}

const settle = () => Promise.resolve(NO_IMPACT)

describe('the metadata of an asset', () => {
  it('is kept without a new version and without a new approval', async () => {
    const { id } = await headline('Kept')
    await db.asset.update({ where: { id }, data: { state: 'approved' } })
    const update = {
      ...{ markets: ['DE'], source: 'Studio Nord', notes: 'Until autumn', tags: ['hero'] },
      ...{ rightsStartAt: '2026-01-01T00:00:00.000Z', rightsEndAt: '2026-02-01T00:00:00.000Z' },
    }
    const updated = await updateAsset(db, actor, id, update, settle)
    expect(updated).toMatchObject({ ...update, state: 'approved', version: 1, rights: 'ended' })
    expect(await versionsOf(id)).toHaveLength(1)
  })
})

describe('versions', () => {
  it('grow with the content, tell all of it, and come back', async () => {
    const { id } = await headline('One')
    expect(await versionsOf(id)).toMatchObject([{ version: 1, text: 'One' }])
    await updateAsset(db, actor, id, { text: 'Two' }, settle)
    await updateAsset(db, actor, id, { text: 'Drei', locale: 'de' }, settle)
    expect(await versionsOf(id)).toMatchObject([
      { version: 3, text: 'Drei', locale: 'de' },
      { version: 2, text: 'Two', locale: 'en' },
      { version: 1, text: 'One', locale: 'en' },
    ])
    const restored = await restoreAssetVersion(db, actor, id, 1, settle)
    expect(restored).toMatchObject({ version: 4, text: 'One', locale: 'en', state: 'draft' })
    const versions = await versionsOf(id)
    expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    expect(versions[0]?.contentSha256).toBe(versions[3]?.contentSha256)
    expect(restored.contentSha256).toBe(versions[0]?.contentSha256)
    expect((await restoreAssetVersion(db, actor, id, 4, settle)).version).toBe(4)
  })

  it('are of this workspace, and exist', async () => {
    const { id } = await headline('Private')
    const isMissing = { code: 'not_found' }
    await expect(listAssetVersions(db, stranger, id)).rejects.toMatchObject(isMissing)
    await expect(restoreAssetVersion(db, stranger, id, 1, settle)).rejects.toMatchObject(isMissing)
    await expect(restoreAssetVersion(db, actor, id, 7, settle)).rejects.toMatchObject(isMissing)
  })

  it('are kept of a theme, too', async () => {
    const input = { name: 'Forest', theme: THEME, locale: 'en', tags: [], markets: [] }
    const { id, contentSha256 } = await createThemeAsset(db, actor, input)
    const edited = await updateAsset(
      db,
      actor,
      id,
      { theme: { ...THEME, accentColor: '#1e40af' } },
      settle,
    )
    expect(edited).toMatchObject({ version: 2, theme: { accentColor: '#1e40af' } })
    expect(edited.contentSha256).not.toBe(contentSha256)
    const restored = await restoreAssetVersion(db, actor, id, 1, settle)
    expect(restored).toMatchObject({ theme: THEME, contentSha256 })
    expect((await getAsset(db, actor, id)).version).toBe(3)
  })
})

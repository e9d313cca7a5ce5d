import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BulkChange, bulkChangeSchema } from '@/lib/assets/bulk-change'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { fillLibrary } from '@/scripts/testing/fill-library'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { NO_IMPACT } from '@/lib/assets/asset-impact'
import { bulkChangeAssets } from './bulk-change-assets'
import { createCopyAsset } from './create-copy-asset'
import { listAssetVersions } from './list-asset-versions'
import { undoBulkChange } from './undo-bulk-change'
import { updateAsset } from './update-asset'

let test: TestDatabase
let db: Database
let actor: Actor
let stranger: Actor
const settle = () => Promise.resolve(NO_IMPACT)

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

const change = (input: object, by = actor) =>
  bulkChangeAssets(db, by, bulkChangeSchema.parse(input) as BulkChange, settle)
const headline = (text: string, tags: string[] = []) =>
  createCopyAsset(db, actor, { kind: 'headline', text, locale: 'en', tags })
const undo = ({ undoId }: { undoId: string | null }, by = actor) =>
  undoBulkChange(db, by, undoId ?? '', settle)
const read = (id: string) => db.asset.findUniqueOrThrow({ where: { id } })
const auditOf = (subjectId: string) => db.auditEntry.count({ where: { subjectId } })

describe('changing many assets', () => {
  it('tags what can be tagged, says why not the rest, and takes it back', async () => {
    const [a, b, archived] = [
      await headline('A', ['old']),
      await headline('B', ['new']),
      await headline('C'),
    ]
    await db.asset.update({ where: { id: archived.id }, data: { state: 'archived' } })
    const assetIds = [a.id, b.id, archived.id, 'never-was']
    const result = await change({
      target: { assetIds },
      change: { kind: 'tag', add: ['new'], remove: ['old'] },
    })
    expect(result).toMatchObject({ targeted: 4, changed: 1, unchanged: 1, refused: 2 })
    expect(result.refusals.map(({ id }) => id).sort()).toEqual([archived.id, 'never-was'].sort())
    expect((await read(a.id)).tags).toEqual(['new'])
    expect(await auditOf(a.id)).toBe(2)
    expect(await auditOf(b.id)).toBe(1)
    await expect(undoBulkChange(db, stranger, result.undoId ?? '', settle)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await undoBulkChange(db, actor, result.undoId ?? '', settle)).toMatchObject({
      changed: 1,
    })
    expect((await read(a.id)).tags).toEqual(['old'])
    await expect(undoBulkChange(db, actor, result.undoId ?? '', settle)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('leaves alone what somebody changed since', async () => {
    const [a, b] = [await headline('Since A'), await headline('Since B')]
    const target = { assetIds: [a.id, b.id] }
    const result = await change({ target, change: { kind: 'set', markets: ['DE'] } })
    await updateAsset(db, actor, b.id, { notes: 'Mine' }, settle)
    const undone = await undoBulkChange(db, actor, result.undoId ?? '', settle)
    expect(undone).toMatchObject({ changed: 1, refused: 1, refusals: [{ id: b.id }] })
    expect((await read(a.id)).markets).toEqual([])
    expect((await read(b.id)).markets).toEqual(['DE'])
  })

  it('sets rights, and refuses those that would end before they begin', async () => {
    const [a, b] = [await headline('Rights A'), await headline('Rights B')]
    const rightsStartAt = new Date('2026-06-01T00:00:00Z')
    await db.asset.update({ where: { id: b.id }, data: { rightsStartAt } })
    const result = await change({
      target: { assetIds: [a.id, b.id] },
      change: { kind: 'set', rightsEndAt: '2026-05-01T00:00:00Z', source: 'Getty' },
    })
    expect(result).toMatchObject({ changed: 1, refused: 1 })
    expect(await read(a.id)).toMatchObject({
      rightsEndAt: new Date('2026-05-01T00:00:00Z'),
      source: 'Getty',
      version: 1,
    })
    expect((await read(b.id)).source).toBe('')
  })

  it('makes versions of what another language makes another content, and back', async () => {
    const { id, contentSha256 } = await headline('Sprache')
    const target = { assetIds: [id] }
    const result = await change({ target, change: { kind: 'set', locale: 'DE' } })
    const german = await read(id)
    expect(german).toMatchObject({ locale: 'de', version: 2 })
    expect(german.contentSha256).not.toBe(contentSha256)
    await undoBulkChange(db, actor, result.undoId ?? '', settle)
    expect(await read(id)).toMatchObject({ locale: 'en', version: 3, contentSha256 })
    const { items } = await listAssetVersions(db, actor, id)
    expect(items.map(({ locale }) => locale)).toEqual(['en', 'de', 'en'])
  })

  it('submits, archives and undoes', async () => {
    const [a, b] = [await headline('State A'), await headline('State B')]
    const target = { assetIds: [a.id, b.id] }
    await change({ target: { assetIds: [a.id] }, change: { kind: 'state', action: 'submit' } })
    const archived = await change({ target, change: { kind: 'state', action: 'archive' } })
    expect(archived).toMatchObject({ changed: 2, refused: 0 })
    expect(await undoBulkChange(db, actor, archived.undoId ?? '', settle)).toMatchObject({
      changed: 2,
    })
    expect([(await read(a.id)).state, (await read(b.id)).state]).toEqual(['in_review', 'draft'])
    const approved = await change({ target, change: { kind: 'state', action: 'restore' } })
    expect(approved).toMatchObject({ changed: 0, refused: 2, undoId: null })
  })

  it.each(['changes_requested', 'rejected', 'expired'] as const)(
    'undoes archiving and submitting what was %s',
    async (state) => {
      for (const action of ['archive', 'submit']) {
        const { id } = await headline(`Was ${state} before ${action}`)
        await db.asset.update({ where: { id }, data: { state } })
        const done = await change({ target: { assetIds: [id] }, change: { kind: 'state', action } })
        expect(done).toMatchObject({ changed: 1 })
        expect(await undo(done)).toMatchObject({ changed: 1, refused: 0 })
        expect((await read(id)).state).toBe(state)
      }
    },
  )

  it('undoes archiving as approved only while the approvals meet the policy', async () => {
    const [kept, revoked] = [await headline('Kept'), await headline('Revoked')]
    const target = { assetIds: [kept.id, revoked.id] }
    await change({ target, change: { kind: 'state', action: 'submit' } })
    expect(await change({ target, change: { kind: 'state', action: 'approve' } })).toMatchObject({
      changed: 2,
    })
    const archived = await change({ target, change: { kind: 'state', action: 'archive' } })
    await db.assetApproval.updateMany({
      where: { assetId: revoked.id },
      data: { revokedAt: new Date() },
    })
    expect(await undo(archived)).toMatchObject({ changed: 2 })
    expect([(await read(kept.id)).state, (await read(revoked.id)).state]).toEqual([
      'approved',
      'draft',
    ])
  })

  it('takes back the approvals that it gave', async () => {
    const { id } = await headline('Approved in bulk')
    const target = { assetIds: [id] }
    await change({ target, change: { kind: 'state', action: 'submit' } })
    const approved = await change({ target, change: { kind: 'state', action: 'approve' } })
    expect((await read(id)).state).toBe('approved')
    expect(await undo(approved)).toMatchObject({ changed: 1 })
    expect((await read(id)).state).toBe('in_review')
    expect(await db.assetApproval.count({ where: { assetId: id, revokedAt: null } })).toBe(0)
  })

  it('takes back an approval that others were still to join', async () => {
    const { workspaceId } = actor
    const { id } = await headline('One of two')
    const target = { assetIds: [id] }
    await change({ target, change: { kind: 'state', action: 'submit' } })
    const colleague = await db.user.create({ data: { email: 'two@example.com', name: 'Two' } })
    await db.membership.create({ data: { workspaceId, userId: colleague.id, role: 'creative' } })
    await db.membership.updateMany({ where: { workspaceId }, data: { approverRoles: ['brand'] } })
    await db.workspace.update({
      where: { id: workspaceId },
      data: { approvalPolicy: { brand: 2, legal: 0 } },
    })
    const second = { ...actor, id: colleague.id }
    const approved = await change({ target, change: { kind: 'state', action: 'approve' } }, second)
    expect(approved).toMatchObject({ changed: 1 })
    const given = () => db.assetApproval.count({ where: { assetId: id, revokedAt: null } })
    expect([(await read(id)).state, await given()]).toEqual(['in_review', 1])
    expect(await undo(approved, second)).toMatchObject({ changed: 1, refused: 0 })
    expect([(await read(id)).state, await given()]).toEqual(['in_review', 0])
    await db.membership.deleteMany({ where: { userId: colleague.id } })
    await db.workspace.update({
      where: { id: workspaceId },
      data: { approvalPolicy: { brand: 1, legal: 0 } },
    })
  })

  it('leaves alone what went on since it was submitted or archived', async () => {
    const [edited, approved] = [await headline('Edited since'), await headline('Approved since')]
    const target = { assetIds: [edited.id, approved.id] }
    const submit = { kind: 'state', action: 'submit' }
    const submitted = await change({ target, change: submit })
    await updateAsset(db, actor, edited.id, { text: 'Another text' }, settle)
    await change({ target: { assetIds: [edited.id] }, change: submit })
    await change({
      target: { assetIds: [approved.id] },
      change: { kind: 'state', action: 'approve' },
    })
    expect(await undo(submitted)).toMatchObject({ changed: 0, refused: 2 })
    expect([(await read(edited.id)).state, (await read(approved.id)).state]).toEqual([
      'in_review',
      'approved',
    ])
    expect(await db.assetApproval.count({ where: { assetId: approved.id, revokedAt: null } })).toBe(
      1,
    )
  })

  it('does not call approved what lost its approvals before its language came back', async () => {
    const { id } = await headline('Wieder auf Englisch')
    const target = { assetIds: [id] }
    for (const action of ['submit', 'approve']) {
      await change({ target, change: { kind: 'state', action } })
    }
    const german = await change({ target, change: { kind: 'set', locale: 'de' } })
    expect((await read(id)).state).toBe('draft')
    await db.assetApproval.updateMany({ where: { assetId: id }, data: { revokedAt: new Date() } })
    expect(await undo(german)).toMatchObject({ changed: 1 })
    expect(await read(id)).toMatchObject({ state: 'draft', locale: 'en' })
  })

  it('submits once when two ask at once, and refuses the other', async () => {
    const { id } = await headline('Two at once')
    const target = { assetIds: [id] }
    const submit = { target, change: { kind: 'state', action: 'submit' } }
    const results = await Promise.all([change(submit), change(submit)])
    expect(results.map(({ changed }) => changed).toSorted()).toEqual([0, 1])
    expect(results.map(({ refused }) => refused).toSorted()).toEqual([0, 1])
  })

  it.each([
    [{ target: { assetIds: [] }, change: { kind: 'tag', add: ['x'] } }],
    [{ target: { assetIds: ['a'] }, change: { kind: 'tag' } }],
    [{ target: { assetIds: ['a'] }, change: { kind: 'set' } }],
    [{ target: { assetIds: ['a'] }, change: { kind: 'set', markets: ['Germany'] } }],
    [{ target: { assetIds: ['a'], filter: {} }, change: { kind: 'tag', add: ['x'] } }],
    [{ target: { assetIds: ['a'] }, change: { kind: 'state', action: 'reject' } }],
  ])('refuses %j', (input) => {
    expect(bulkChangeSchema.safeParse(input).success).toBe(false)
  })
})

describe('changing all that fits', () => {
  it('changes all but the ones left out, in parts, and takes it back', async () => {
    const owner = await createTestWorkspace(db)
    const pool = createPool(test.url, 2)
    await fillLibrary(pool, { workspaceId: owner.workspaceId, count: 1_300 })
    await pool.end()
    const { workspaceId } = owner
    const except = await db.asset.findFirstOrThrow({ where: { workspaceId, kind: 'image' } })
    const filter = { kind: ['image', 'headline'] }
    const count = await db.asset.count({
      where: { workspaceId, kind: { in: ['image', 'headline'] }, state: { not: 'archived' } },
    })
    const result = await change(
      { target: { filter, exceptIds: [except.id] }, change: { kind: 'tag', add: ['all of them'] } },
      owner,
    )
    const tagged = () => db.asset.count({ where: { workspaceId, tags: { has: 'all of them' } } })
    const isLeftOut = except.state !== 'archived' ? 1 : 0
    expect(result).toMatchObject({ changed: count - isLeftOut, refused: 0 })
    expect(await tagged()).toBe(count - isLeftOut)
    expect((await read(except.id)).tags).not.toContain('all of them')
    const entries = { where: { workspaceId, action: 'asset.updated' } }
    expect(await db.auditEntry.count(entries)).toBe(count - isLeftOut)
    await undoBulkChange(db, owner, result.undoId ?? '', settle)
    expect(await tagged()).toBe(0)
  })

  it('refuses more than 10,000', async () => {
    const owner = await createTestWorkspace(db)
    const pool = createPool(test.url, 2)
    await fillLibrary(pool, { workspaceId: owner.workspaceId, count: 10_001 })
    await pool.end()
    const target = { filter: { state: ['draft', 'in_review', 'approved', 'archived'] } }
    await expect(
      change({ target, change: { kind: 'tag', add: ['x'] } }, owner),
    ).rejects.toMatchObject({ code: 'unprocessable' })
  })
})

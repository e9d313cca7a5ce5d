import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import type { Condition } from '@/lib/decision/condition'
import { segmentInputSchema } from '@/lib/segments/segment'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import {
  createSegment,
  getSegment,
  listSegments,
  setSegmentArchived,
  updateSegment,
} from './segments'

let test: TestDatabase
let db: Database
let actor: Actor
let stranger: Actor
const gold: Condition = {
  kind: 'compare',
  field: 'profile.tier',
  operator: 'equals',
  value: 'gold',
}
const input = (name: string) => segmentInputSchema.parse({ name, condition: gold })

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

describe('segments', () => {
  it('are created, changed and listed with counts, and noted in the audit log', async () => {
    const { id } = await createSegment(db, actor, input('Gold'))
    const changed = await updateSegment(db, actor, id, { ...input('Golden'), description: 'best' })
    expect(changed).toMatchObject({ name: 'Golden', description: 'best', condition: gold })
    const items = await listSegments(db, actor, { counts: true })
    expect(items.find((one) => one.id === id)?.count).toMatchObject({ matching: 0, total: 0 })
    const actions = await db.auditEntry.findMany({ where: { subjectId: id } })
    expect(actions.map(({ action }) => action).sort()).toEqual(['segment.create', 'segment.update'])
  })

  it('are not there for another workspace', async () => {
    const { id } = await createSegment(db, actor, input('Mine'))
    const missing = { code: 'not_found' }
    await expect(getSegment(db, stranger, id)).rejects.toMatchObject(missing)
    await expect(updateSegment(db, stranger, id, input('X'))).rejects.toMatchObject(missing)
    await expect(setSegmentArchived(db, stranger, id, true)).rejects.toMatchObject(missing)
    expect(await listSegments(db, stranger, {})).toEqual([])
  })

  it('have a name of their own', async () => {
    await createSegment(db, actor, input('Twice'))
    await expect(createSegment(db, actor, input('Twice'))).rejects.toMatchObject({
      code: 'unprocessable',
      issues: [{ path: 'name' }],
    })
    await expect(createSegment(db, stranger, input('Twice'))).resolves.toBeDefined()
  })

  it('stay while a campaign uses them, and come back from the archive', async () => {
    const { id } = await createSegment(db, actor, input('Used'))
    const { workspaceId } = actor
    const campaign = await db.campaign.create({
      data: { workspaceId, name: 'Autumn', segmentIds: [id] },
    })
    await expect(setSegmentArchived(db, actor, id, true)).rejects.toMatchObject({
      code: 'conflict',
    })
    await db.campaign.update({ where: { id: campaign.id }, data: { status: 'ended' } })
    expect(await setSegmentArchived(db, actor, id, true)).toMatchObject({ isArchived: true })
    expect((await listSegments(db, actor, { archived: true })).map((one) => one.id)).toEqual([id])
    expect(await setSegmentArchived(db, actor, id, false)).toMatchObject({
      isArchived: false,
      usedBy: [{ name: 'Autumn' }],
    })
  })

  it('keep texts that Postgres would refuse', async () => {
    const created = await createSegment(
      db,
      actor,
      segmentInputSchema.parse({
        name: 'Nul\0l',
        description: '\ud83d',
        condition: { ...gold, value: ['a\0b', '\ud83d'] },
      }),
    )
    expect(created.name).toBe('Null')
    expect(created.condition).toMatchObject({ value: ['ab', '\ufffd'] })
  })
})

describe('segmentInputSchema', () => {
  it.each<[string, Condition]>([
    ['nothing to ask', { kind: 'all', of: [] }],
    ['a value that is missing', { ...gold, value: '' }],
    ['another segment', { kind: 'not', of: { kind: 'segment', segmentId: 'a' } }],
  ])('refuses %s', (_name, condition) => {
    expect(segmentInputSchema.safeParse({ name: 'A', condition }).success).toBe(false)
  })
})

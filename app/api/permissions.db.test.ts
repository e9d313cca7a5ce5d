import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission, Role } from '@/lib/workspaces/permission'
import { listCases } from '@/scripts/testing/http-cases'
import {
  asKey,
  type Caller,
  findHandler,
  listOperations,
  openStudio,
} from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const { permissionSchema, ROLE_PERMISSIONS, roleSchema } =
  await import('@/lib/workspaces/permission')
afterAll(() => studio.close())
let world: World
let elsewhere: World
beforeAll(async () => {
  world = await buildWorld(studio, 'world')
  elsewhere = await buildWorld(studio, 'elsewhere')
})

const guarded = listOperations(studio.table).flatMap((operation) => {
  const { access } = findHandler(studio.table, operation).definition
  const permission = permissionSchema.safeParse(access).data
  return permission ? [{ operation, permission }] : []
})

/** Whoever may come in finds nothing: the ids are another workspace's, so that nothing is changed. */
async function isForbidden(operation: string, as: Caller): Promise<boolean> {
  const { status, text } = await studio.call(operation, { ...listCases(elsewhere)[operation], as })
  expect({ operation, status, text }).toMatchObject({
    status: expect.toSatisfy((code: number) => code !== 401 && code < 500),
  })
  return status === 403
}

async function listWronglyGuarded(as: Caller, granted: readonly Permission[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { operation, permission } of guarded) {
    const expected = !granted.includes(permission)
    if ((await isForbidden(operation, as)) !== expected) wrong.push(`${operation} ${permission}`)
  }
  return wrong
}

describe('roles', () => {
  it.each<Role>(roleSchema.options)(
    '%s is refused exactly what the table of roles says',
    async (role) => {
      const email = `${role}@example.com`
      const user = await studio.db.user.create({ data: { email, name: role } })
      const { workspaceId } = world
      await studio.db.membership.create({ data: { userId: user.id, workspaceId, role } })
      const as = await studio.asUser(user.id, workspaceId)
      expect(await listWronglyGuarded(as, ROLE_PERMISSIONS[role])).toEqual([])
    },
  )

  it('a person without a workspace is nobody in all of them', async () => {
    const user = await studio.db.user.create({ data: { email: 'lost@example.com', name: 'Lost' } })
    const as = await studio.asUser(user.id, world.workspaceId)
    for (const { operation } of guarded) {
      expect((await studio.call(operation, { ...listCases(world)[operation], as })).status).toBe(
        401,
      )
    }
  })
})

describe('scopes of a key', () => {
  const scopes = permissionSchema.options.filter((scope) => scope !== 'workspace.manage')

  it.each(scopes)('%s opens its own routes and no other', async (scope) => {
    const body = { name: scope, scopes: [scope] }
    const created = await expectDone(studio, 'POST /api/v1/api-keys', { as: world.owner, body })
    const { key } = created as { key: string }
    expect(await listWronglyGuarded(asKey(key), [scope])).toEqual([])
  })

  it('cannot be the management of the workspace, nor come from another key', async () => {
    const operation = 'POST /api/v1/api-keys'
    const body = { name: 'Too much', scopes: ['read', 'workspace.manage'] }
    expect((await studio.call(operation, { as: world.owner, body })).status).toBe(400)
    const harmless = { name: 'Copy', scopes: ['read'] }
    expect((await studio.call(operation, { as: world.machine, body: harmless })).status).toBe(403)
  })

  it('do not let a key that may edit assets approve them', async () => {
    const edit = { name: 'Editor', scopes: ['asset.edit'] }
    const created = await expectDone(studio, 'POST /api/v1/api-keys', {
      as: world.owner,
      body: edit,
    })
    const as = asKey((created as { key: string }).key)
    const copy = { kind: 'headline', text: 'Unseen' }
    const made = await expectDone(studio, 'POST /api/v1/assets/copy', { as, body: copy })
    const assetIds = [(made as { id: string }).id]
    const change = (action: string) =>
      expectDone(studio, 'POST /api/v1/assets/state', { as, body: { action, assetIds } })
    expect(await change('submit')).toMatchObject({ changed: [{ state: 'in_review' }] })
    expect(await change('approve')).toMatchObject({ changed: [], refused: [{ id: assetIds[0] }] })
  })

  it('do not stand for a person', async () => {
    for (const operation of ['GET /api/v1/me', 'PUT /api/v1/me', 'POST /api/v1/workspaces']) {
      const call = { ...listCases(world)[operation], as: world.machine }
      expect((await studio.call(operation, call)).status).toBe(401)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { withClient } from './admin-query'
import { createTestDatabase } from './test-database'

const countMigrations = async (url: string) => {
  const { rows } = await withClient(url, (client) =>
    client.query<{ count: number }>(
      'select count(*)::int as count from _prisma_migrations where finished_at is not null',
    ),
  )
  return rows[0]?.count
}

describe('createTestDatabase', () => {
  it('makes migrated databases that do not see each other', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()])
    await withClient(first.url, (client) => client.query('create table only_here (id int)'))

    expect(await countMigrations(first.url)).toBeGreaterThan(0)
    expect(await countMigrations(second.url)).toBe(await countMigrations(first.url))
    await expect(
      withClient(second.url, (client) => client.query('select * from only_here')),
    ).rejects.toThrow('does not exist')

    await Promise.all([first.drop(), second.drop()])
  })

  it('drops a database that is still in use', async () => {
    const database = await createTestDatabase()
    await withClient(database.url, async (client) => {
      client.on('error', () => undefined)
      await database.drop()
    }).catch(() => undefined)
    await expect(countMigrations(database.url)).rejects.toThrow('does not exist')
  })
})

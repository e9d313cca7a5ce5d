import { replaceDatabase, withClient } from './admin-query'
import { createTestDatabaseName, ensureTemplateDatabase } from './template-database'

export type TestDatabase = {
  url: string
  /** Removes the database, ending connections that are still open. */
  drop: () => Promise<void>
}

/** A migrated, empty database for one test file; a copy of the template, so it takes milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_DATABASE_ADMIN_URL']
  const template = process.env['TEST_DATABASE_TEMPLATE']
  if (!adminUrl || !template)
    throw new Error('Tests of the database run in the vitest project `db`.')
  return copyTemplate(adminUrl, template)
}

/** The same for programs outside vitest. */
export async function createMigratedDatabase(adminUrl: string): Promise<TestDatabase> {
  return copyTemplate(adminUrl, await ensureTemplateDatabase(adminUrl))
}

async function copyTemplate(adminUrl: string, template: string): Promise<TestDatabase> {
  const name = createTestDatabaseName()
  await withClient(adminUrl, (client) =>
    client.query(`create database ${name} template ${template}`),
  )
  return {
    url: replaceDatabase(adminUrl, name),
    drop: async () => {
      await withClient(adminUrl, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

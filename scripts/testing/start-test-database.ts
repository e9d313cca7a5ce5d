import { ensureTemplateDatabase } from './template-database'
import { startTestServer } from './test-server'

/** The global setup of the vitest project `db`: a server and a migrated template for its workers. */
export default async function startTestDatabase(): Promise<() => Promise<void>> {
  const server = await startTestServer()
  process.env['TEST_DATABASE_ADMIN_URL'] = server.adminUrl
  process.env['TEST_DATABASE_TEMPLATE'] = await ensureTemplateDatabase(server.adminUrl)
  return server.stop
}

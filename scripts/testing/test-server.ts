import { startPostgres } from '@/scripts/postgres/start-postgres'

/** The server tests run on: `adminUrl` is a database from which others may be created. */
export type TestServer = { adminUrl: string; stop: () => Promise<void> }

/** The server of TEST_DATABASE_URL, or an embedded one apart from the studio's. */
export async function startTestServer(): Promise<TestServer> {
  const external = process.env['TEST_DATABASE_URL']
  if (external) return { adminUrl: external, stop: async () => undefined }
  const server = await startPostgres('test-pg')
  return { adminUrl: server.urlOf('postgres'), stop: server.stop }
}

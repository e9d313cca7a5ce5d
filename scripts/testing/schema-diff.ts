import { onProgramEnd } from '@/scripts/process/program'
import { checkSuccess } from '@/scripts/process/progress'
import { runPrisma } from '@/scripts/studio/database'
import { startTestServer } from './test-server'

/** Fails with the difference when the migrations do not add up to the schema. */
export async function checkSchemaDiff(): Promise<void> {
  const server = await startTestServer()
  onProgramEnd(server.stop)
  const result = await runPrisma(
    [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema',
    ].concat('--exit-code'),
    { DATABASE_URL: server.adminUrl },
  )
  checkSuccess('The schema and its migrations do not agree: comparing them', result)
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile } from 'node:process'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findNextFreePort, isPortFree } from '@/scripts/process/free-port'
import type { ChildEnvironment } from '@/scripts/process/node-child'
import { ProgramError } from '@/scripts/process/program'
import { getLocalSecrets } from './secrets'

/** Where a studio listens, and all that its programs need to know besides the database. */
export type LocalEnvironment = { url: string; variables: ChildEnvironment }

/**
 * The environment of a studio on this machine: what is set (in `.env` too) wins, the rest is made.
 * Without PORT, the first free port from `firstPort` on.
 */
export async function prepareEnvironment(
  nodeEnvironment: 'production' | 'development',
  firstPort = 3000,
): Promise<LocalEnvironment> {
  const envFile = path.join(projectRoot, '.env')
  if (existsSync(envFile)) loadEnvFile(envFile)
  const host = process.env.HOST || '127.0.0.1'
  const port = await choosePort(host, firstPort)
  const url = `http://${describeHost(host)}:${port}`
  const publicUrl = process.env.PUBLIC_URL || url
  return {
    url,
    variables: {
      NODE_ENV: nodeEnvironment,
      INTARSIA_SECRET: process.env.INTARSIA_SECRET || getLocalSecrets()['INTARSIA_SECRET'],
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || getLocalSecrets()['NEXTAUTH_SECRET'],
      HOST: host,
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || publicUrl,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  }
}

async function choosePort(host: string, firstPort: number): Promise<number> {
  const wanted = process.env.PORT
  if (!wanted) return findNextFreePort(firstPort, host)
  if (await isPortFree(Number(wanted), host)) return Number(wanted)
  throw new ProgramError(
    `Port ${wanted} of ${host} is taken: stop what listens there, or leave PORT unset to use the next free one.`,
  )
}

function describeHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

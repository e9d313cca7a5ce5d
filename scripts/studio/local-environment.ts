import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile } from 'node:process'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { type HeldPort, holdNextPort, holdPort } from '@/scripts/process/free-port'
import type { ChildEnvironment } from '@/scripts/process/node-child'
import { ProgramError } from '@/scripts/process/program'
import { getLocalSecrets } from './secrets'

const defaultPort = 3000

/** Where a studio listens, and all that its programs need to know besides the database. */
export type LocalEnvironment = { url: string; variables: ChildEnvironment }

/** The same with the port kept for the studio: release it right before it starts. */
export type StudioEnvironment = LocalEnvironment & Pick<HeldPort, 'release'>

/**
 * The environment of a studio on this machine: what is set (in `.env` too) wins, the rest is made.
 * Without PORT, the first free port from `firstPort` on.
 */
export async function prepareEnvironment(
  nodeEnvironment: 'production' | 'development',
  firstPort = defaultPort,
): Promise<StudioEnvironment> {
  loadLocalEnvFile()
  const { port, release } = await choosePort(getHost(), firstPort)
  return { ...describeEnvironment(nodeEnvironment, port), release }
}

/** For programs beside a studio, which runs or does not: they listen nowhere. */
export function readEnvironment(nodeEnvironment: 'production' | 'development'): LocalEnvironment {
  loadLocalEnvFile()
  return describeEnvironment(nodeEnvironment, Number(process.env.PORT || defaultPort))
}

function loadLocalEnvFile(): void {
  const envFile = path.join(projectRoot, '.env')
  if (existsSync(envFile)) loadEnvFile(envFile)
}

function describeEnvironment(
  nodeEnvironment: 'production' | 'development',
  port: number,
): LocalEnvironment {
  const host = getHost()
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

async function choosePort(host: string, firstPort: number): Promise<HeldPort> {
  const wanted = process.env.PORT
  if (!wanted) return holdNextPort(firstPort, host)
  const held = await holdPort(Number(wanted), host).catch((error: Error) => {
    throw new ProgramError(`Nobody can listen on port ${wanted} of ${host}: ${error.message}`)
  })
  if (held) return held
  throw new ProgramError(
    `Port ${wanted} of ${host} is taken: stop what listens there, or leave PORT unset to use the next free one.`,
  )
}

function getHost(): string {
  return process.env.HOST || '127.0.0.1'
}

function describeHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

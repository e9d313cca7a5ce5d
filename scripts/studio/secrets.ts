import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'

/** The secrets of the local studio, made on the first run and kept, readable by their owner only. */
export function getLocalSecrets(): Record<string, string | undefined> {
  const file = path.join(projectRoot, '.intarsia/demo.env')
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 })
  if (!existsSync(file)) {
    const lines = ['INTARSIA_SECRET', 'NEXTAUTH_SECRET'].map((name) => `${name}=${makeSecret()}\n`)
    writeFileSync(file, lines.join(''), { mode: 0o600 })
  }
  return parseEnv(readFileSync(file, 'utf8'))
}

function makeSecret(): string {
  return randomBytes(48).toString('base64url')
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { hashFiles } from '@/scripts/process/hash-files'
import { findTool, runNode } from '@/scripts/process/node-child'
import { checkSuccess } from '@/scripts/process/progress'

const buildIdFile = path.join(projectRoot, '.next/BUILD_ID')
const stampFile = path.join(projectRoot, '.intarsia/build.json')
// Not tsconfig.json: `next build` itself may complete it.
const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'proxy.ts',
  'instrumentation.ts',
].concat(['next.config.ts', 'postcss.config.mjs', 'package-lock.json'])

/** Whether the build in .next was made from the sources as they are now. */
export function isBuildCurrent(): boolean {
  if (!existsSync(buildIdFile) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8') === describeBuild(hashSources())
}

/** Builds the studio for production; nothing of the environment ends up in the build. */
export async function buildStudio(): Promise<void> {
  const sourceHash = hashSources()
  // A build that is killed half-way must not pass for the one before it.
  rmSync(stampFile, { force: true })
  const result = await runNode([findTool('next'), 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  checkSuccess('Building the studio', result)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, describeBuild(sourceHash))
}

function describeBuild(sourceHash: string): string {
  return JSON.stringify({ buildId: readFileSync(buildIdFile, 'utf8'), sourceHash })
}

function hashSources(): string {
  return hashFiles(projectRoot, sources, (file) => !/\.test\.tsx?$/.test(file))
}

import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findTool, runNode } from '@/scripts/process/node-child'
import type { ChildEnvironment } from '@/scripts/process/node-child'
import { buildStudio } from '@/scripts/studio/build'
import { checkSchemaDiff } from '@/scripts/testing/schema-diff'
import { ensureChromium } from './chromium'
import { noTests, readReport } from './test-counts'
import type { TestCounts } from './test-counts'

/** How a stage ended; `output` is what to show when it failed. */
export type StageResult = { isPassed: boolean; output: string; counts: TestCounts }
export type Stage = { name: string; run: () => Promise<StageResult> }

/** All stages in their order; the first four share no resource with one another. */
export const stages: Stage[] = [
  { name: 'format', run: () => runTool('prettier', ['--check', '.', '--log-level=warn']) },
  { name: 'lint', run: runLint },
  { name: 'types', run: runTypes },
  { name: 'unit', run: () => runVitest('unit') },
  { name: 'db', run: () => runVitest('db') },
  { name: 'diff', run: () => runOwn(checkSchemaDiff) },
  { name: 'build', run: () => runOwn(buildStudio) },
  { name: 'browser', run: runPlaywright },
]

function runLint(): Promise<StageResult> {
  const cache = ['--cache', '--cache-location', '.intarsia/eslintcache']
  return runTool('eslint', ['.', ...cache, '--max-warnings', '0'])
}

async function runTypes(): Promise<StageResult> {
  const isGenerated = existsSync(path.join(projectRoot, 'next-env.d.ts'))
  const generated = isGenerated ? null : await runTool('next', ['typegen'])
  return generated?.isPassed === false ? generated : runTool('tsc', ['--noEmit'])
}

async function runVitest(project: 'unit' | 'db'): Promise<StageResult> {
  const report = prepareReport(project)
  const reporters = ['--reporter=minimal', '--reporter=json', `--outputFile.json=${report}`]
  const result = await runTool('vitest', ['run', '--project', project, ...reporters])
  return { ...result, counts: readReport(report) }
}

async function runPlaywright(): Promise<StageResult> {
  const report = prepareReport('browser')
  const result = await runTool('playwright', ['test', '--reporter=line,json'], {
    CHROMIUM_PATH: ensureChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return { ...result, counts: readReport(report) }
}

async function runTool(
  tool: string,
  args: string[],
  environment: ChildEnvironment = {},
): Promise<StageResult> {
  const { exitCode, output } = await runNode([findTool(tool), ...args], environment)
  return { isPassed: exitCode === 0, output, counts: noTests }
}

async function runOwn(work: () => Promise<void>): Promise<StageResult> {
  try {
    await work()
    return { isPassed: true, output: '', counts: noTests }
  } catch (error) {
    return {
      isPassed: false,
      output: error instanceof Error ? error.message : String(error),
      counts: noTests,
    }
  }
}

/** The path for a run's report, with the one of an earlier run out of the way. */
function prepareReport(name: string): string {
  const file = path.join(projectRoot, '.intarsia/reports', `${name}.json`)
  rmSync(file, { force: true })
  return file
}

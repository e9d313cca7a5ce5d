import { watchParent } from '@/scripts/bootstrap/parent-watch.mjs'

/** A failure whose message says all a person needs; it is printed without a stack. */
export class ProgramError extends Error {
  override name = 'ProgramError'
}

const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
const cleanups: (() => Promise<void>)[] = []
let ending: Promise<never> | null = null

/** Registers what must happen before the program ends; the last registered is done first. */
export function onProgramEnd(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup)
}

/** True once the program is ending, when a child that goes away is no surprise. */
export function isProgramEnding(): boolean {
  return ending !== null
}

/** Cleans up and ends the process; later calls join the first. */
export function endProgram(exitCode: number): Promise<never> {
  ending ??= cleanUpAndExit(exitCode)
  return ending
}

/**
 * Runs a script's main function to its exit code (undefined leaves the process running). A signal,
 * the death of the parent (npm passes no SIGTERM on) and a failure all end it through its cleanups.
 */
export function runProgram(main: () => Promise<number | undefined>): void {
  for (const [signal, exitCode] of Object.entries(signalExitCodes)) {
    process.on(signal, () => void endProgram(exitCode))
  }
  watchParent(() => void endProgram(signalExitCodes.SIGHUP))
  // Whoever read our output may be gone before us: that must not keep us from cleaning up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  main().then(
    (exitCode) => (exitCode === undefined ? undefined : endProgram(exitCode)),
    (error: unknown) => {
      if (!isProgramEnding()) console.error(`\n${describeFailure(error)}`)
      return endProgram(1)
    },
  )
}

async function cleanUpAndExit(exitCode: number): Promise<never> {
  // What is registered meanwhile, by work that was under way, is done as well.
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    await cleanup().catch((error: unknown) => {
      console.error(describeFailure(error))
    })
  }
  process.exit(exitCode)
}

function describeFailure(error: unknown): string {
  if (error instanceof ProgramError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

import { isProgramEnding, ProgramError } from './program'

/** Announces a piece of work, does it, and says how long it took. */
export async function showProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`${title} … `)
  const startedAt = Date.now()
  try {
    const result = await work()
    process.stdout.write(`${formatSeconds(Date.now() - startedAt)}\n`)
    return result
  } catch (error) {
    process.stdout.write(isProgramEnding() ? 'stopped\n' : 'failed\n')
    throw error
  }
}

/** Fails with a command's own words when it did not succeed. */
export function checkSuccess(what: string, result: { exitCode: number; output: string }): void {
  if (result.exitCode !== 0) throw new ProgramError(`${what} failed:\n\n${result.output.trim()}`)
}

export function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`
}

import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Job, ResultOf } from './job-kinds'

const workerFile = fileURLToPath(new URL('job-worker.ts', import.meta.url))

/**
 * Runs jobs on all cores, each in whichever process is free; results in the order of the jobs.
 * The longest should come first. `onDone` hears how many are finished.
 */
export async function runJobs<J extends Job>(
  jobs: readonly J[],
  onDone: (done: number) => void = () => undefined,
): Promise<ResultOf<J>[]> {
  const results: ResultOf<J>[] = []
  const queue = [...jobs.entries()]
  let done = 0
  async function work(): Promise<void> {
    const child = fork(workerFile, { execArgv: ['--import', 'tsx'] })
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, job] = next
        results[index] = (await ask(child, job)) as ResultOf<J>
        onDone(++done)
      }
    } finally {
      child.kill()
    }
  }
  const workers = Math.min(jobs.length, availableParallelism())
  await Promise.all(Array.from({ length: workers }, work))
  return results
}

/** One job at a time. A worker that fails has said why on our standard error. */
function ask(child: ChildProcess, job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`A worker ended during ${JSON.stringify(job)}.`))
    child.once('exit', fail)
    child.once('message', (answer) => {
      child.off('exit', fail)
      resolve(answer)
    })
    child.send(job)
  })
}

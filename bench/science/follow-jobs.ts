import { showProgress } from '@/scripts/process/progress'

/** Hears how many of all runs are done. */
export type OnDone = (done: number, all: number) => void

const isTerminal = process.stdout.isTTY

/** Shows how far a piece of long work has come, where somebody may be watching. */
export function followJobs<T>(title: string, work: (onDone: OnDone) => Promise<T>): Promise<T> {
  return showProgress(`  ${title}`, () =>
    work((done, all) => {
      if (isTerminal) process.stdout.write(`\r  ${title} … ${done} of ${all} runs … `)
    }),
  )
}

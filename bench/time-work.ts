/** How long a piece of work took, and what it took of all cores: the same on a quiet machine. */
export interface WorkTime {
  readonly millis: number
  /** Processor time of the whole process: what other programs on the machine can't blur. */
  readonly cpuMillis: number
}

/** Times work that waits for nothing. */
export function timeWork<T>(work: () => T): { result: T; time: WorkTime } {
  const startedAt = process.hrtime.bigint()
  const usedBefore = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(usedBefore)
  const millis = Number(process.hrtime.bigint() - startedAt) / 1e6
  return { result, time: { millis, cpuMillis: (user + system) / 1000 } }
}

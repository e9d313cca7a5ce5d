import { spawnSync } from 'node:child_process'

/** The cores this process may use, as `taskset` writes them: the server gets one, the load another. */
export interface Cores {
  readonly all: string
  readonly server: string
  readonly load: string
}

/** Undefined without `taskset` or with a single core: then nothing is held to anything. */
export function findCores(): Cores | undefined {
  const { stdout } = spawnSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' })
  const all = /:\s*([\d,-]+)\s*$/.exec(stdout ?? '')?.[1]
  const cores = all?.match(/\d+/g) ?? []
  const [server, load] = [cores[0], cores.at(-1)]
  return all && server && load && server !== load ? { all, server, load } : undefined
}

/** Holds a process, all its threads and those they will start to `cores`. */
export function holdToCores(processId: number | undefined, cores: string | undefined): void {
  if (processId === undefined || cores === undefined) return
  spawnSync('taskset', ['-acp', cores, String(processId)])
}

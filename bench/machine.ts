import { availableParallelism, cpus, loadavg, platform, release } from 'node:os'

/** Where figures were measured: absolute ones mean nothing without it. */
export interface Machine {
  readonly cores: number
  readonly cpuModel: string
  readonly node: string
  readonly system: string
  /** Over the last minute before the start: what else the machine was doing. */
  readonly loadAverage: number
}

export function describeMachine(): Machine {
  return {
    cores: availableParallelism(),
    cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.versions.node,
    system: `${platform()} ${release()}`,
    loadAverage: loadavg()[0] ?? Number.NaN,
  }
}

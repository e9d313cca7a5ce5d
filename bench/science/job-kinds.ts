import { measureCoverage } from './measure-coverage'
import { measureUpdate } from './measure-update'
import { playHeadlines } from './play-headlines'
import { playHeadroom } from './play-headroom'
import { playMushroomRun } from './play-mushroom-run'
import { playScenario } from './play-scenario'

/** What a worker can be asked to do. */
const JOBS = {
  headroom: playHeadroom,
  headlines: playHeadlines,
  mushroom: playMushroomRun,
  scenario: playScenario,
  coverage: measureCoverage,
  update: (_: null) => measureUpdate(),
}

type Kinds = typeof JOBS
type Kind = keyof Kinds
export type Job = {
  [K in Kind]: { readonly kind: K; readonly job: Parameters<Kinds[K]>[0] }
}[Kind]
export type ResultOf<J extends Job> = ReturnType<Kinds[J['kind']]>

export function runJob({ kind, job }: Job): unknown {
  return (JOBS[kind] as (job: unknown) => unknown)(job)
}

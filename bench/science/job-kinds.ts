import { playChange } from './play-change'
import { playDelay } from './play-delay'
import { playDrift } from './play-drift'
import { playHeadlines } from './play-headlines'
import { playHeadroom } from './play-headroom'
import { playMushroomRun } from './play-mushroom-run'

/** What a worker can be asked to do. */
const JOBS = {
  headroom: playHeadroom,
  headlines: playHeadlines,
  mushroom: playMushroomRun,
  drift: playDrift,
  delay: playDelay,
  change: playChange,
}

type Kinds = typeof JOBS
type Kind = keyof Kinds
export type JobOf<K extends Kind> = { readonly kind: K; readonly job: Parameters<Kinds[K]>[0] }
export type Job = { [K in Kind]: JobOf<K> }[Kind]
export type ResultOf<J extends Job> = ReturnType<Kinds[J['kind']]>

export function runJob({ kind, job }: Job): unknown {
  return (JOBS[kind] as (job: unknown) => unknown)(job)
}

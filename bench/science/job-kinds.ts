import { type HeadroomJob, type HeadroomResult, playHeadroom } from './play-headroom'

/** What a worker can be asked to do: a kind, its job and its result. */
const JOBS = {
  headroom: playHeadroom,
}

type Kinds = typeof JOBS
export type Job = {
  [K in keyof Kinds]: { readonly kind: K; readonly job: Parameters<Kinds[K]>[0] }
}[keyof Kinds]
export type ResultOf<J extends Job> = ReturnType<Kinds[J['kind']]>

export type { HeadroomJob, HeadroomResult }

export function runJob(job: Job): unknown {
  return JOBS[job.kind](job.job)
}

import { setImmediate as letOthersRun } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { RememberingPolicy } from '@/lib/decision/policy'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import type { Snapshot } from '@/lib/decision/snapshot'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import type { BelievedVersion } from '@/lib/learning/compose-beliefs'
import { rankPairs } from '@/lib/learning/rank-pairs'
import { WeightDraws } from '@/lib/learning/weight-draws'
import { readPosterior } from './find-posterior'

const SEED = 1
/** So many that a chance of 1 in 100 shows. */
const DRAWS = 400
const MAX_PAIRS = 10
/** Some 8 MB each where a campaign has thousands of weights. */
const MAX_REMEMBERED = 4

/** A policy version made ready to be asked: what takes time is done once. */
export interface ReadyBelief extends BelievedVersion {
  readonly kind: 'ok'
  /** As it serves the revision. */
  readonly policy: RememberingPolicy
}
export type PreparedBelief =
  ReadyBelief | { readonly kind: 'invalid'; readonly issues: readonly string[] }

const remembered = new LRUCache<string, Promise<PreparedBelief>>({ max: MAX_REMEMBERED })

/** Reads a stored version unless it was asked for lately. Whoever asks meanwhile waits for the same. */
export function prepareBelief(
  snapshot: Snapshot,
  version: number,
  readStored: () => Promise<Uint8Array>,
): Promise<PreparedBelief> {
  const key = `${snapshot.campaignId} ${version} ${snapshot.revision}`
  const known = remembered.get(key)
  if (known) return known
  const prepared = prepare(snapshot, version, readStored)
  remembered.set(key, prepared)
  // A database that was away for a moment is asked again, and a version that may be mended read again.
  prepared.then(
    ({ kind }) => kind === 'invalid' && remembered.delete(key),
    () => remembered.delete(key),
  )
  return prepared
}

async function prepare(
  snapshot: Snapshot,
  version: number,
  readStored: () => Promise<Uint8Array>,
): Promise<PreparedBelief> {
  const parsed = await readPosterior(await readStored())
  if (parsed.kind === 'invalid') return parsed
  const { posterior } = parsed
  const draws = new WeightDraws(posterior, DRAWS, SEED)
  const candidates = snapshot.slots.map(({ key, assetIds }) => ({ slot: key, assetIds }))
  await letOthersRun()
  return {
    kind: 'ok',
    posterior,
    draws,
    pairs: rankPairs(posterior, draws, candidates, MAX_PAIRS),
    policy: createLearnedPolicy(posterior, version, policySettingsOf(snapshot)),
  }
}

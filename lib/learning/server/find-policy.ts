import type { Database } from '@/lib/db/client'
import type { Policy } from '@/lib/decision/policy'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { findPosterior } from './find-posterior'

/**
 * The policy of a version as it served, with the exploration floor of the revision that served it.
 * Version 0 is the uniform one. Null when it was pruned. Throws when it can't be read.
 */
export async function findPolicy(
  db: Database,
  campaignId: string,
  version: number,
  explorationFloor: number,
): Promise<Policy | null> {
  if (version === 0) return createUniformPolicy(explorationFloor)
  const posterior = await findPosterior(db, campaignId, version)
  return posterior && createLearnedPolicy(posterior, version, { explorationFloor })
}

import type { Database } from '@/lib/db/client'
import type { Policy } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { findPosterior } from '@/lib/learning/server/find-posterior'

/**
 * The policy of a version as it served, with the settings of the revision that served it.
 * Version 0 is the uniform one. Null when it was pruned. Throws when it can't be read.
 */
export async function findPolicy(
  db: Database,
  campaignId: string,
  version: number,
  settings: PolicySettings,
): Promise<Policy | null> {
  if (version === 0) return createUniformPolicy(settings)
  const parsed = await findPosterior(db, campaignId, version)
  if (parsed?.kind === 'invalid') throw new Error('the stored policy is not readable')
  return parsed && createLearnedPolicy(parsed.posterior, version, settings)
}

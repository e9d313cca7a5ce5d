import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '@/lib/db/client'
import type { Policy } from '@/lib/decision/policy'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { parsePosterior } from '@/lib/learning/serialise-posterior'

const unzip = promisify(gunzip)

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
  const row = await db.policy.findUnique({ where: { campaignId_version: { campaignId, version } } })
  if (!row) return null
  const parsed = parsePosterior((await unzip(row.posterior)).toString('utf8'))
  if (parsed.kind === 'invalid') throw new Error('the stored policy is not readable')
  return createLearnedPolicy(parsed.posterior, version, { explorationFloor })
}

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '@/lib/db/client'
import type { Posterior } from '@/lib/learning/posterior'
import { parsePosterior } from '@/lib/learning/serialise-posterior'

const unzip = promisify(gunzip)

/** What a version of a campaign's policy believed. Null when it was pruned, or learnt nothing yet. */
export async function findPosterior(
  db: Database,
  campaignId: string,
  version: number,
): Promise<Posterior | null> {
  const row = await db.policy.findUnique({ where: { campaignId_version: { campaignId, version } } })
  return row ? readPosterior(row.posterior) : null
}

/** A stored posterior. Throws when it can't be read. */
export async function readPosterior(stored: Uint8Array): Promise<Posterior> {
  const parsed = parsePosterior((await unzip(stored)).toString('utf8'))
  if (parsed.kind === 'invalid') throw new Error('the stored policy is not readable')
  return parsed.posterior
}

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Database } from '@/lib/db/client'
import { findImplausibleWeight } from '@/lib/learning/find-implausible-weight'
import type { ParsedPosterior } from '@/lib/learning/serialise-posterior'
import { parsePosterior } from '@/lib/learning/serialise-posterior'

const MAX_POSTERIOR_BYTES = 64_000_000
const unzip = promisify(gunzip)

/** What a version of a campaign's policy believed. Null when it was pruned, or learnt nothing yet. */
export async function findPosterior(
  db: Database,
  campaignId: string,
  version: number,
): Promise<ParsedPosterior | null> {
  const row = await db.policy.findUnique({ where: { campaignId_version: { campaignId, version } } })
  return row ? readPosterior(row.posterior) : null
}

/** A stored posterior; whatever can't be read is `invalid` and says why. */
export async function readPosterior(stored: Uint8Array): Promise<ParsedPosterior> {
  const text = await unzip(stored, { maxOutputLength: MAX_POSTERIOR_BYTES }).catch(() => null)
  if (text === null) return { kind: 'invalid', issues: ['It does not unpack.'] }
  const parsed = parsePosterior(text.toString('utf8'))
  if (parsed.kind === 'invalid') return parsed
  const odd = findImplausibleWeight(parsed.posterior)
  return odd === null ? parsed : { kind: 'invalid', issues: [`weights.${odd}: Out of all bounds.`] }
}

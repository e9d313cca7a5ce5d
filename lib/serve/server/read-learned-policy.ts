import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { RememberingPolicy } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { parsePosterior } from '@/lib/learning/serialise-posterior'

const MAX_POSTERIOR_BYTES = 64_000_000
const unzip = promisify(gunzip)

/** Throws when the stored posterior can't be read: the caller keeps what it has. */
export async function readLearnedPolicy(
  row: { readonly posterior: Uint8Array; readonly version: number },
  settings: PolicySettings,
): Promise<RememberingPolicy> {
  const text = await unzip(row.posterior, { maxOutputLength: MAX_POSTERIOR_BYTES })
  const parsed = parsePosterior(text.toString('utf8'))
  if (parsed.kind === 'invalid') throw new Error('the stored policy is not readable')
  return createLearnedPolicy(parsed.posterior, row.version, settings)
}

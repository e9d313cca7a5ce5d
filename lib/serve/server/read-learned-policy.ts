import type { RememberingPolicy } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { readPosterior } from '@/lib/learning/server/find-posterior'

/** Throws when the stored posterior can't be read: the caller keeps what it has. */
export async function readLearnedPolicy(
  row: { readonly posterior: Uint8Array; readonly version: number },
  settings: PolicySettings,
): Promise<RememberingPolicy> {
  const parsed = await readPosterior(row.posterior)
  if (parsed.kind === 'invalid') throw new Error('the stored policy is not readable')
  return createLearnedPolicy(parsed.posterior, row.version, settings)
}

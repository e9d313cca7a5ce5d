import type { AdSize } from '@/lib/decision/ad-size'
import type { GuardrailProof } from './proof'

interface ProofsOfSizes {
  readonly sizes: readonly AdSize[]
  readonly proofs: readonly GuardrailProof[]
}

/**
 * Proofs of groups of sizes as one list. A guardrail that is about all sizes, and came out alike in
 * some groups only, names their sizes.
 */
export function mergeProofs(groups: readonly ProofsOfSizes[]): GuardrailProof[] {
  const all = groups.flatMap(({ sizes, proofs }) => proofs.map((proof) => ({ proof, sizes })))
  const taken = new Set<string>()
  return [...Map.groupBy(all, ({ proof }) => outcomeOf(proof)).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { proof } = first
    const isEverywhere = proof.sizes.length > 0 || alike.length === groups.length
    const sizes = isEverywhere ? proof.sizes : alike.flatMap((one) => one.sizes)
    const id = taken.has(proof.id) ? `${proof.id}:${sizes[0] ?? ''}` : proof.id
    taken.add(id)
    return [{ ...proof, id, sizes }]
  })
}

/** Whole ads that show it may differ between sizes; what breaks it tells outcomes apart. */
function outcomeOf({ witness, ...proof }: GuardrailProof): string {
  return JSON.stringify([proof, witness?.elements ?? null, witness?.isBenchmark ?? null])
}

import { assetNameOf } from './asset-name'
import { compileConstraints } from './compile-constraints'
import type { Constraint } from './constraint'
import { describePair } from './describe-pair'
import type { SlotCandidates } from './policy'
import type { PreparedSnapshot } from './prepare-snapshot'

/** What pairs meant for one combination. */
export interface ExplainedPairs {
  /** By slot and asset id: what keeps an eligible asset from being shown at all. */
  readonly barred: ReadonlyMap<string, string>
  /** What the assets that were shown brought along or kept out, in sentences. */
  readonly texts: readonly string[]
}

export function barKey(slot: string, assetId: string): string {
  return JSON.stringify([slot, assetId])
}

/**
 * What the campaign's pairs did: which eligible assets no allowed combination holds, and which
 * others the chosen ones kept out or brought along.
 */
export function explainPairs(
  prepared: PreparedSnapshot,
  candidates: readonly SlotCandidates[],
  chosen: Readonly<Record<string, string>>,
): ExplainedPairs {
  const { constraints: pairs } = prepared.snapshot
  const nameOf = ({ assetId }: Constraint['first']) => assetNameOf(prepared, assetId)
  const { possible } = compileConstraints(pairs, candidates)
  const barred = new Map<string, string>()
  candidates.forEach(({ slot, assetIds }, index) => {
    assetIds.forEach((assetId, asset) => {
      if (possible[index]?.includes(asset)) return
      const pair = pairs.find(({ first, second }) =>
        [first, second].some((member) => member.slot === slot && member.assetId === assetId),
      )
      barred.set(
        barKey(slot, assetId),
        pair ? describePair(pair, nameOf) : 'other pairs leave no combination with it',
      )
    })
  })
  const isCandidate = ({ slot, assetId }: Constraint['first']) =>
    candidates.some((one) => one.slot === slot && one.assetIds.includes(assetId)) &&
    !barred.has(barKey(slot, assetId))
  const isShown = ({ slot, assetId }: Constraint['first']) => chosen[slot] === assetId
  const texts = pairs.flatMap((pair): string[] => {
    const { kind, first, second } = pair
    if (!isCandidate(first) || !isCandidate(second)) return []
    const isTouched =
      kind === 'together' ? isShown(first) && isShown(second) : isShown(first) || isShown(second)
    return isTouched ? [`${describePair(pair, nameOf)}.`] : []
  })
  return { barred, texts: [...new Set(texts)] }
}

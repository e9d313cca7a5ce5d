import { compileConstraints } from '@/lib/decision/compile-constraints'
import type { Policy } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createPolicyTable } from '@/lib/decision/policy-table'
import { hashString } from '@/lib/math/hash'

const MAX_ROWS = 200

/** A policy with opinions: a combination's weight is the product of its assets' scores. */
export function createScoredPolicy(
  version: number,
  settings: PolicySettings,
  scoreOf: (cell: Readonly<Record<string, string>>, assetId: string, index: number) => number,
): Policy {
  return {
    version,
    tableOf(cell, candidates) {
      const constraints = compileConstraints(settings.constraints, candidates)
      if (!constraints.isFeasible) return null
      const seed = hashString(`${version} ${JSON.stringify(candidates)}`)
      const { count, picks } =
        constraints.listRows(MAX_ROWS) ?? constraints.drawRows(MAX_ROWS, seed)
      const weights = new Float64Array(count).fill(1)
      picks.forEach((pick, index) => {
        const row = Math.floor(index / candidates.length)
        const assetId = candidates[index % candidates.length]?.assetIds[pick] ?? ''
        weights[row] = (weights[row] ?? 0) * scoreOf(cell, assetId, pick)
      })
      const { explorationFloor } = settings
      const combinations = { picks, weights }
      return createPolicyTable({ candidates, combinations, explorationFloor, constraints, seed })
    },
  }
}

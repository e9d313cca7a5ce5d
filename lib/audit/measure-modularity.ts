import { compileConstraints } from '@/lib/decision/compile-constraints'
import { type AuditGround, counted, isReady, placedWithRoom } from './audit-ground'
import { countDistinct, type Twins } from './find-twins'

/** How freely the elements of a campaign can be put together. */
export interface Modularity {
  readonly slots: readonly {
    readonly slot: string
    readonly label: string
    /** Elements that can be told apart, and those of all that may be shown now. */
    readonly distinctCount: number
    readonly readyCount: number
  }[]
  readonly elementCount: number
  /** Good in every placed size that has room for them. */
  readonly everywhereCount: number
  /** Named by a pair. */
  readonly boundCount: number
  readonly combinations: {
    readonly total: number
    /** What the pairs leave; null where they are too entangled to count. */
    readonly allowed: number | null
  }
}

export function measureModularity(ground: AuditGround, twins: readonly Twins[]): Modularity {
  const { slots, draft } = ground
  const planned = slots.map((slot) => ({ slot, elements: slot.elements.filter(counted) }))
  const bound = new Set(
    draft.constraints.flatMap(({ first, second }) =>
      [first, second].map(({ slot, assetId }) => `${slot} ${assetId}`),
    ),
  )
  const sum = (countOf: (one: (typeof planned)[number]) => number) =>
    planned.reduce((total, one) => total + countOf(one), 0)
  return {
    slots: planned.map(({ slot, elements }) => ({
      slot: slot.key,
      label: slot.label,
      distinctCount: countDistinct(elements, twins),
      readyCount: elements.filter(isReady).length,
    })),
    elementCount: sum(({ elements }) => elements.length),
    everywhereCount: sum(({ slot, elements }) => {
      const sizes = placedWithRoom(ground, slot)
      return elements.filter(({ fits }) => sizes.every((size) => fits[size]?.state === 'good'))
        .length
    }),
    boundCount: sum(
      ({ slot, elements }) =>
        elements.filter(({ asset }) => bound.has(`${slot.key} ${asset.id}`)).length,
    ),
    combinations: countCombinations(draft.constraints, planned),
  }
}

function countCombinations(
  constraints: AuditGround['draft']['constraints'],
  planned: readonly { slot: { key: string }; elements: readonly { asset: { id: string } }[] }[],
): Modularity['combinations'] {
  if (planned.length === 0) return { total: 0, allowed: 0 }
  const candidates = planned.map(({ slot, elements }) => ({
    slot: slot.key,
    assetIds: elements.map(({ asset }) => asset.id),
    weights: elements.map(() => 1),
  }))
  return {
    total: candidates.reduce((product, { assetIds }) => product * assetIds.length, 1),
    allowed: compileConstraints(constraints, candidates).count(),
  }
}

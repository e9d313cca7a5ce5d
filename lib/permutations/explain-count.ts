import type { Constraint } from '@/lib/decision/constraint'
import type { Box, Domains } from './box'
import { createMask } from './box'
import { type CombinationFilter, createSegmentSpace, narrowToFilter } from './combination-filter'
import { createCombinationIndex } from './combination-index'
import { createSpace, type SpaceInput } from './space'

/** So many pairs are told one by one, those after them together. */
const MAX_TOLD_PAIRS = 6

/** One step from all that could be put together to what is shown. */
export interface CountStep {
  readonly cause:
    | { readonly kind: 'slots'; readonly factors: readonly { slot: string; assets: number }[] }
    | { readonly kind: 'pair'; readonly pair: Constraint }
    | { readonly kind: 'more-pairs'; readonly pairs: number }
    | { readonly kind: 'rules' }
    | { readonly kind: 'segment'; readonly segmentId: string }
    | { readonly kind: 'filter' }
  /** What is left after it; null where it can't be counted. */
  readonly left: bigint | null
  /** How many it takes away; null where that can't be told. */
  readonly removed: bigint | null
}

/**
 * How the number of combinations comes about: slots multiply; then pairs, rules, the segment and
 * the filter each take some away. The last step's `left` is the number that is shown. Steps that
 * take nothing away are left out. The static ad is not among them.
 */
export function explainCount(input: SpaceInput, filter: CombinationFilter): CountStep[] {
  const { slots } = createSpace(input)
  const all = slots.map(({ assetIds }, slot) =>
    createMask(assetIds.length, (asset) =>
      (input.slots[slot]?.assetIds ?? []).includes(assetIds[asset] ?? ''),
    ),
  )
  const space = createSpace(input)
  const steps = new Steps(all, {
    kind: 'slots',
    factors: slots.map(({ key }, slot) => ({ slot: key, assets: countHeld(all[slot]) })),
  })
  const told = input.constraints.slice(0, MAX_TOLD_PAIRS)
  for (const [index, pair] of told.entries()) {
    const { excluded } = createSpace({
      ...input,
      constraints: input.constraints.slice(0, index + 1),
    })
    steps.add({ kind: 'pair', pair }, all, excluded)
  }
  const rest = input.constraints.length - told.length
  if (rest > 0) steps.add({ kind: 'more-pairs', pairs: rest }, all, space.excluded)
  steps.add({ kind: 'rules' }, space.domains, space.excluded)
  const { segmentId } = filter
  const ofSegment = createSegmentSpace(input, segmentId)
  if (segmentId !== null) {
    steps.add({ kind: 'segment', segmentId }, ofSegment.domains, space.excluded)
  }
  steps.add({ kind: 'filter' }, narrowToFilter(ofSegment, filter), space.excluded)
  return steps.list
}

class Steps {
  readonly list: CountStep[]

  constructor(domains: Domains, cause: CountStep['cause']) {
    this.list = [{ cause, left: count(domains, []), removed: 0n }]
  }

  add(cause: CountStep['cause'], domains: Domains, excluded: readonly Box[]): void {
    const before = this.list.at(-1)?.left ?? null
    const left = count(domains, excluded)
    if (left !== null && left === before) return
    this.list.push({
      cause,
      left,
      removed: left === null || before === null ? null : before - left,
    })
  }
}

function count(domains: Domains, excluded: readonly Box[]): bigint | null {
  const index = createCombinationIndex({ domains, excluded }, { maxListed: 0 })
  return index.isWhole ? index.count : null
}

function countHeld(mask: Uint8Array | undefined): number {
  return mask?.reduce((sum, held) => sum + held, 0) ?? 0
}

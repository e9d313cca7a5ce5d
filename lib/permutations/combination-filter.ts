import { z } from 'zod'
import type { Condition } from '@/lib/decision/condition'
import { createMask, type Domains, narrow } from './box'
import { createSpace, type Space, type SpaceInput } from './space'

const slotSchema = z.string().min(1).max(40)
const assetIdsSchema = z.array(z.string().min(1).max(40)).min(1).max(200)

/** Which of a campaign's combinations are meant. */
export const combinationFilterSchema = z.object({
  /** Of these slots, one of these assets. */
  only: z.record(slotSchema, assetIdsSchema).default({}),
  /** None of these. */
  without: z.record(slotSchema, assetIdsSchema).default({}),
  /** What a viewer of this segment can get to see. */
  segmentId: z.string().min(1).max(40).nullable().default(null),
})
export type CombinationFilter = z.infer<typeof combinationFilterSchema>

export const NO_FILTER: CombinationFilter = { only: {}, without: {}, segmentId: null }

/**
 * What a viewer of a segment can get to see, whatever else is known: rules that ask for the segment
 * have their answer, all others may hold or not.
 */
export function createSegmentSpace(input: SpaceInput, segmentId: string | null): Space {
  if (segmentId === null) return createSpace(input)
  const rules = input.rules.map((rule) => ({
    ...rule,
    condition: assumeSegment(rule.condition, segmentId),
  }))
  return createSpace({ ...input, rules })
}

/** The condition as a viewer of the segment meets it. */
export function assumeSegment(condition: Condition, segmentId: string): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => assumeSegment(part, segmentId)) }
    case 'not':
      return { ...condition, of: assumeSegment(condition.of, segmentId) }
    case 'segment':
      return condition.segmentId === segmentId ? { kind: 'all', of: [] } : condition
    default:
      return condition
  }
}

/** Only the elements of a filter; slots and elements that are gone change nothing but `only`. */
export function narrowToFilter(
  { slots, domains }: Pick<Space, 'slots' | 'domains'>,
  { only, without }: Pick<CombinationFilter, 'only' | 'without'>,
): Domains {
  return slots.reduce((narrowed, { key, assetIds }, slot) => {
    const wanted = Object.hasOwn(only, key) ? only[key] : undefined
    const unwanted = Object.hasOwn(without, key) ? without[key] : undefined
    if (!wanted && !unwanted) return narrowed
    const isMeant = (id: string) =>
      (!wanted || wanted.includes(id)) && !(unwanted?.includes(id) ?? false)
    return narrow(
      narrowed,
      slot,
      createMask(assetIds.length, (asset) => isMeant(assetIds[asset] ?? '')),
    )
  }, domains)
}

import type { Condition } from '@/lib/decision/condition'
import { describeCondition } from '@/lib/rules/describe-condition'

/** Who is in a segment, as a sentence without its full stop: "The customer’s tier is “gold”". */
export function describeSegment(condition: Condition): string {
  const words = describeCondition(condition, [])
  return words.replace(/^\(*\p{L}/u, (start) => start.toUpperCase())
}

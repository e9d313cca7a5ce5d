import { compileCondition } from '@/lib/decision/compile-condition'
import type { Condition } from '@/lib/decision/condition'
import type { ContextFields } from '@/lib/decision/field-index'

const ALWAYS: Condition = { kind: 'all', of: [] }
const NEVER: Condition = { kind: 'any', of: [] }

/**
 * Whether a condition could hold for somebody of whom only some fields are known, whatever the
 * others are. False is certain; true may be too hopeful where a field is asked more than once.
 */
export function couldHold(condition: Condition, known: ContextFields): boolean {
  return compileCondition(relax(condition, known, true))(known, [])
}

/** Comparisons with what is not known are taken for whichever answer makes the whole more likely. */
function relax(condition: Condition, known: ContextFields, isWanted: boolean): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => relax(part, known, isWanted)) }
    case 'not':
      return { kind: 'not', of: relax(condition.of, known, !isWanted) }
    case 'segment':
      return isWanted ? ALWAYS : NEVER
    case 'compare':
      if (Object.hasOwn(known, condition.field)) return condition
      return isWanted ? ALWAYS : NEVER
  }
}

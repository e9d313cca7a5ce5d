import type { Condition } from '@/lib/decision/condition'
import type { RuleEffect } from '@/lib/decision/snapshot'

interface ConditionalRule {
  readonly priority: number
  readonly condition: Condition
  readonly effect: RuleEffect
}

/** Beyond it everything is taken to be reachable, which is never too little. */
const MAX_STATES = 2_000

/**
 * The assets of a slot that are eligible in at least one context, by the engine's own order: the
 * first priority first, and a rule that would leave the slot empty is skipped.
 */
export function listReachableAssets(
  slot: { readonly key: string; readonly assetIds: readonly string[] },
  rules: readonly ConditionalRule[],
): ReadonlySet<string> {
  const own = rules
    .filter(({ effect }) => effect.slot === slot.key && effect.kind !== 'prefer')
    .toSorted((one, other) => one.priority - other.priority)
  let states = new Map([[keyOf(slot.assetIds), slot.assetIds]])
  for (const { condition, effect } of own) {
    const truth = truthOf(condition)
    if (truth === 'never') continue
    const next = truth === 'always' ? new Map<string, readonly string[]>() : new Map(states)
    for (const state of states.values()) {
      const after = applyEffect(state, effect)
      next.set(keyOf(after), after)
    }
    if (next.size > MAX_STATES) return new Set(slot.assetIds)
    states = next
  }
  return new Set([...states.values()].flat())
}

const keyOf = (assetIds: readonly string[]): string => assetIds.join(' ')

function applyEffect(assetIds: readonly string[], effect: RuleEffect): readonly string[] {
  const left = assetIds.filter((id) => effect.assetIds.includes(id) === (effect.kind === 'show'))
  return left.length === 0 ? assetIds : left
}

/** Whether a condition holds for everybody, nobody, or depends. */
export function truthOf(condition: Condition): 'always' | 'never' | 'depends' {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const truths = condition.of.map(truthOf)
      const [settling, other] =
        condition.kind === 'all' ? (['never', 'always'] as const) : (['always', 'never'] as const)
      if (truths.includes(settling)) return settling
      return truths.every((truth) => truth === other) ? other : 'depends'
    }
    case 'not': {
      const truth = truthOf(condition.of)
      return truth === 'depends' ? truth : truth === 'always' ? 'never' : 'always'
    }
    default:
      return 'depends'
  }
}

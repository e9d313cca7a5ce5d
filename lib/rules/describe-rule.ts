import type { RuleEffect } from '@/lib/decision/snapshot'
import { describeCondition } from './describe-condition'
import type { RuleInput } from './rule'

export interface RuleWords {
  /** "When it rains", "Always". */
  readonly when: string
  /** "show only headline “Stay dry”". */
  readonly then: string
}

const MAX_NAMED = 3

/** A rule as a sentence in two halves. Assets that are gone read as such. */
export function describeRule(
  { condition, effect }: Pick<RuleInput, 'condition' | 'effect'>,
  segments: readonly { readonly id: string; readonly name: string }[],
  assets: readonly { readonly id: string; readonly name: string }[],
): RuleWords {
  const when = describeCondition(condition, segments)
  const isFixed = when === 'always' || when === 'never'
  return {
    when: isFixed ? `${when.slice(0, 1).toUpperCase()}${when.slice(1)}` : `When ${when}`,
    then: describeEffect(effect, assets),
  }
}

function describeEffect(
  effect: RuleEffect,
  assets: readonly { readonly id: string; readonly name: string }[],
): string {
  const names = effect.assetIds.map((id) => {
    const name = assets.find((asset) => asset.id === id)?.name
    return name ? `“${name}”` : 'an asset that is gone'
  })
  const shown = names.slice(0, MAX_NAMED)
  const rest = names.length - shown.length
  const list = rest > 0 ? `${shown.join(', ')} or ${rest} more` : joinOr(shown)
  const slot = effect.slot.replaceAll('_', ' ')
  switch (effect.kind) {
    case 'show':
      return `show only ${slot} ${list}`
    case 'exclude':
      return `never show ${slot} ${list}`
    case 'prefer':
      return `prefer ${slot} ${list} (×${effect.weight})`
  }
}

function joinOr(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

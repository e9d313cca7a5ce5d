import type { AssetKind, RuleEffect } from '@/lib/decision/snapshot'
import { describeCondition } from './describe-condition'
import type { RuleInput } from './rule'

export interface RuleWords {
  /** "When it rains", "Always". */
  readonly when: string
  /** "show only the headline “Stay dry”". */
  readonly then: string
}

const MAX_NAMED = 3

interface DescribedSlot {
  readonly key: string
  readonly kind: AssetKind
  readonly assets: readonly { readonly id: string; readonly name: string }[]
}

const KIND_NOUNS: Readonly<Record<AssetKind, string>> = {
  image: 'the picture',
  logo: 'the logo',
  background: 'the background',
  headline: 'the headline',
  body: 'the body text',
  cta: 'the call to action',
  disclaimer: 'the disclaimer',
  theme: 'the colour theme',
  video: 'the video',
}

/** A rule as a sentence in two halves. Assets that are gone read as such. */
export function describeRule(
  { condition, effect }: Pick<RuleInput, 'condition' | 'effect'>,
  segments: readonly { readonly id: string; readonly name: string }[],
  slots: readonly DescribedSlot[],
): RuleWords {
  const when = describeCondition(condition, segments)
  const isFixed = when === 'always' || when === 'never'
  return {
    when: isFixed ? `${when.slice(0, 1).toUpperCase()}${when.slice(1)}` : `When ${when}`,
    then: describeEffect(effect, slots),
  }
}

function describeEffect(effect: RuleEffect, slots: readonly DescribedSlot[]): string {
  const assets = slots.flatMap((slot) => slot.assets)
  const names = effect.assetIds.map((id) => {
    const name = assets.find((asset) => asset.id === id)?.name
    return name ? `“${name}”` : 'an asset that is gone'
  })
  const shown = names.slice(0, MAX_NAMED)
  const rest = names.length - shown.length
  const list = rest > 0 ? `${shown.join(', ')} or ${rest} more` : joinOr(shown)
  const slot = nameSlot(effect.slot, slots)
  switch (effect.kind) {
    case 'show':
      return `show only ${slot} ${list}`
    case 'exclude':
      return `never show ${slot} ${list}`
    case 'prefer':
      return `prefer ${slot} ${list} (×${effect.weight})`
  }
}

/** By what the slot holds, or by its own name where that says more. */
function nameSlot(key: string, slots: readonly DescribedSlot[]): string {
  const kind = slots.find((slot) => slot.key === key)?.kind
  return kind === key ? KIND_NOUNS[kind] : key.replaceAll('_', ' ')
}

function joinOr(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

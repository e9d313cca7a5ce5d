import type { Constraint } from '@/lib/decision/constraint'
import type { SlotRule } from '@/lib/decision/eligibility-state'
import type { Condition } from '@/lib/decision/condition'
import { type Box, complementOf, createMask, type Domains, type Part, type Row } from './box'
import { listReachableAssets } from './reachable-assets'

/** Everything a campaign can show, in any context. */
export interface Space {
  readonly slots: readonly {
    readonly key: string
    /** Everything the slot can show, the static ad's included. */
    readonly assetIds: readonly string[]
  }[]
  /** Of each slot, what may be drawn in some context. */
  readonly domains: Domains
  /** What the campaign's own pairs leave out. */
  readonly excluded: readonly Box[]
  /** The static ad: shown outside of the pilot and whenever nothing else can be, pairs or not. */
  readonly benchmark: Row | null
}

export interface SpaceInput {
  readonly slots: readonly { readonly key: string; readonly assetIds: readonly string[] }[]
  readonly rules: readonly {
    readonly priority: number
    readonly condition: Condition
    readonly effect: SlotRule['effect']
  }[]
  readonly constraints: readonly Constraint[]
  /** An asset for each slot; null before there is one. */
  readonly benchmark: Readonly<Record<string, string>> | null
}

/**
 * The combinations that are reachable in any context. Rules only ever take assets out of a slot,
 * so a rule with a condition is taken to hold or not, whichever leaves more; conditions of
 * different slots are taken to be independent. What is proved of this space therefore holds in
 * every context; it can hold a combination that no context leads to only where a rule that always
 * holds is skipped in some of them.
 */
export function createSpace({ slots, rules, constraints, benchmark }: SpaceInput): Space {
  const reachable = slots.map((slot) => listReachableAssets(slot, rules))
  const all = slots.map(({ key, assetIds }) => {
    const own = benchmark && Object.hasOwn(benchmark, key) ? benchmark[key] : undefined
    return { key, assetIds: [...new Set([...assetIds, ...(own === undefined ? [] : [own])])] }
  })
  return {
    slots: all,
    domains: all.map(({ assetIds }, slot) =>
      createMask(assetIds.length, (asset) => reachable[slot]?.has(assetIds[asset] ?? '') ?? false),
    ),
    excluded: constraints.flatMap((constraint) => boxesOfConstraint(constraint, all)),
    benchmark: benchmark && rowOf(all, benchmark),
  }
}

function rowOf(slots: Space['slots'], assets: Readonly<Record<string, string>>): Row | null {
  const picks = slots.map(({ key, assetIds }) => assetIds.indexOf(assets[key] ?? ''))
  return picks.includes(-1) ? null : Uint16Array.from(picks)
}

/** What a pair forbids; an asset that no slot holds is one that is never shown. */
function boxesOfConstraint({ kind, first, second }: Constraint, slots: Space['slots']): Box[] {
  const [one, other] = [first, second].map((member) => locate(member, slots))
  if (kind === 'never') return one && other ? [joinParts([one, other])] : []
  const without = (part: Part): Part => ({ ...part, assets: complementOf(part.assets) })
  return [
    ...(one ? [other ? joinParts([one, without(other)]) : [one]] : []),
    ...(other ? [one ? joinParts([without(one), other]) : [other]] : []),
  ]
}

function locate({ slot: key, assetId }: Constraint['first'], slots: Space['slots']): Part | null {
  const slot = slots.findIndex((candidate) => candidate.key === key)
  const assetIds = slots[slot]?.assetIds
  if (!assetIds) return null
  return { slot, assets: createMask(assetIds.length, (asset) => assetIds[asset] === assetId) }
}

/** A box of parts of which some may be of the same slot: then both hold. */
export function joinParts(parts: Box): Box {
  const joined = new Map<number, Part>()
  for (const { slot, assets } of parts) {
    const known = joined.get(slot)?.assets
    const both = known ? assets.map((held, asset) => held & (known[asset] ?? 0)) : assets
    joined.set(slot, { slot, assets: both })
  }
  return [...joined.values()]
}

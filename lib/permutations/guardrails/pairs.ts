import type { PairRule } from '@/lib/brand/brand-kit'
import { describeSelector, isSelected } from '@/lib/brand/select-assets'
import type { Box } from '@/lib/permutations/box'
import {
  type Guardrail,
  partOf,
  type ProofAsset,
  type ProofSlot,
  type ProofSubject,
} from './guardrail'

/** The brand's allowed and forbidden pairs. */
export function listPairGuardrails({ kit, slots, nameOf }: ProofSubject): Guardrail[] {
  return kit.pairs.map((rule) => {
    const [first, second] = [rule.first, rule.second].map((one) => describeSelector(one, nameOf))
    const isNever = rule.kind === 'never'
    return {
      id: `pair:${rule.id}`,
      kind: 'pair',
      title: isNever ? `Never together: ${first} and ${second}` : `Only beside ${second}: ${first}`,
      guard: rule,
      sizes: [],
      violation: {
        kind: 'boxes',
        boxes: isNever ? neverBoxes(rule, slots) : onlyBoxes(rule, slots),
      },
      fix: isNever
        ? 'Add a pair that keeps the two apart, or take one of them out.'
        : 'Add a pair that keeps them together, or take the first out.',
    }
  })
}

function neverBoxes({ first, second }: PairRule, slots: readonly ProofSlot[]): Box[] {
  return pairsOfSlots(slots).flatMap(([one, other]) => {
    const box = [
      partOf(slots, one, ({ brand }) => isSelected(first, brand)),
      partOf(slots, other, ({ brand }) => isSelected(second, brand)),
    ]
    return box.every(({ assets }) => assets.includes(1)) ? [box] : []
  })
}

/** Where a slot holds the first, no other slot may miss the second. */
function onlyBoxes({ first, second }: PairRule, slots: readonly ProofSlot[]): Box[] {
  return slots.flatMap((_, index) => {
    const own = partOf(slots, index, ({ brand }) => isSelected(first, brand))
    if (!own.assets.includes(1)) return []
    const without = ({ brand }: ProofAsset) => !isSelected(second, brand)
    const others = [...slots.keys()].filter((other) => other !== index)
    return [[own, ...others.map((other) => partOf(slots, other, without))]]
  })
}

function pairsOfSlots(slots: readonly ProofSlot[]): [number, number][] {
  const indexes = [...slots.keys()]
  return indexes.flatMap((one) =>
    indexes.flatMap((other): [number, number][] => (other === one ? [] : [[one, other]])),
  )
}

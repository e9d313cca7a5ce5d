import type { AssetSelector, DisclaimerRule } from '@/lib/brand/brand-kit'
import { listClaims } from '@/lib/brand/check-asset'
import { describeSelector, isSelected } from '@/lib/brand/select-assets'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { Box } from '@/lib/permutations/box'
import { joinParts } from '@/lib/permutations/space'
import { type Guardrail, partOf, type ProofAsset, type ProofSubject } from './guardrail'
import { listShownSlots } from './shown-slots'

/** Claims with what they need beside them, and what markets and categories ask for, in each size. */
export function listDisclaimerGuardrails(subject: ProofSubject): Guardrail[] {
  const { kit, nameOf } = subject
  const claims = kit.claims.map((claim) => ({
    id: `claim:${claim.id}`,
    title: `“${claim.phrases[0] ?? ''}” only with ${describeSelector(claim.disclaimer, nameOf)}`,
    guard: claim,
    selector: claim.disclaimer,
    boxesIn: (size: AdSize) =>
      boxesWithout(
        subject,
        size,
        claim.disclaimer,
        ({ brand }) => listClaims({ claims: [claim] }, brand.text ?? '', brand.locale).length > 0,
      ),
  }))
  const rules = kit.disclaimers
    .filter((rule) => rule.markets.length === 0 || listMarkets(rule, subject).length > 0)
    .map((rule) => ({
      id: `disclaimer:${rule.id}`,
      title: `${rule.name}: ${describeSelector(rule.disclaimer, nameOf)}`,
      guard: rule,
      selector: rule.disclaimer,
      boxesIn: (size: AdSize) => boxesOfRule(subject, size, rule),
    }))
  return [...claims, ...rules].flatMap(({ id, title, guard, selector, boxesIn }) =>
    groupSizes(subject, (size) => listShownSlots(subject, size).join()).map((sizes): Guardrail => {
      const [size = '300x250'] = sizes
      return {
        id: `${id}:${size}`,
        kind: 'disclaimer',
        title,
        guard,
        sizes,
        violation: { kind: 'boxes', boxes: boxesIn(size) },
        fix: describeFix(subject, size, selector),
      }
    }),
  )
}

/** Ad sizes that are alike for a guardrail, together. */
export function groupSizes({ sizes }: ProofSubject, keyOf: (size: AdSize) => string): AdSize[][] {
  const groups = new Map<string, AdSize[]>()
  for (const size of sizes) groups.set(keyOf(size), [...(groups.get(keyOf(size)) ?? []), size])
  return [...groups.values()]
}

/** Combinations that show one of some assets, and the disclaimer nowhere. */
function boxesWithout(
  subject: ProofSubject,
  size: AdSize,
  disclaimer: AssetSelector,
  needsIt: (asset: ProofAsset) => boolean,
): Box[] {
  const { slots } = subject
  const shown = listShownSlots(subject, size)
  const without = ({ brand }: ProofAsset) => !isSelected(disclaimer, brand)
  return shown.flatMap((slot) => {
    const own = partOf(slots, slot, needsIt)
    if (!own.assets.includes(1)) return []
    return [joinParts([own, ...shown.map((index) => partOf(slots, index, without))])]
  })
}

function boxesOfRule(subject: ProofSubject, size: AdSize, rule: DisclaimerRule): Box[] {
  const { slots, category } = subject
  const isForAll =
    rule.categories.length === 0 || (category !== null && rule.categories.includes(category))
  const shown = listShownSlots(subject, size)
  const without = ({ brand }: ProofAsset) => !isSelected(rule.disclaimer, brand)
  const boxes = isForAll
    ? [shown.map((slot) => partOf(slots, slot, without))]
    : boxesWithout(subject, size, rule.disclaimer, ({ brand }) =>
        brand.tags.some((tag) => rule.categories.includes(tag)),
      )
  if (rule.markets.length === 0) return boxes
  // An ad is shown in a market only if each of its assets may be.
  return listMarkets(rule, subject).flatMap((market) => {
    const there = slots.map((_, slot) =>
      partOf(slots, slot, ({ markets }) => markets.length === 0 || markets.includes(market)),
    )
    return boxes.map((box) => joinParts([...box, ...there]))
  })
}

/** The markets of a rule that the campaign runs in. */
function listMarkets(rule: DisclaimerRule, { markets }: ProofSubject): readonly string[] {
  return markets.length === 0 ? rule.markets : rule.markets.filter((one) => markets.includes(one))
}

function describeFix(subject: ProofSubject, size: AdSize, selector: AssetSelector): string {
  const hasRoom = listShownSlots(subject, size).some((slot) =>
    subject.slots[slot]?.assets.some(({ brand }) => isSelected(selector, brand)),
  )
  if (hasRoom) return 'Make the disclaimer the only choice beside it, or add a pair “always with”.'
  const hasSlot = subject.slots.some(({ kind }) => kind === 'disclaimer')
  const isShown = listShownSlots(subject, size).some(
    (slot) => subject.slots[slot]?.kind === 'disclaimer',
  )
  if (!hasSlot) return 'Add a slot for disclaimers and put it there.'
  return isShown
    ? 'Put it into the slot of disclaimers.'
    : `${labelAdSize(size)} has no room for a disclaimer: take the size out of the pilot, or use another layout.`
}

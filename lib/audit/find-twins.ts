import { hammingDistance, NEAR_DUPLICATE_MAX_BITS } from '@/lib/assets/near-duplicate'
import { type AuditGround, counted, type Element } from './audit-ground'
import { languageOf } from './audit-locale'
import { measureSimilarity, NEAR_COPY, toComparable } from './text-similarity'

/** Assets of one slot that a viewer can hardly tell apart. */
export interface Twins {
  readonly slotIndex: number
  /** `same`: to the byte or word. `near`: a recompressed picture, a comma moved. */
  readonly likeness: 'same' | 'near'
  /** Two or more; the one that should stay is first. */
  readonly elements: readonly Element[]
}

/** Twins among what each slot is meant to show. Linear in pairs within a slot. */
export function findTwins({ slots }: AuditGround): Twins[] {
  return slots.flatMap(({ index, elements }) =>
    groupTwins(elements.filter(counted)).map((group) => ({
      slotIndex: index,
      likeness: group.isSame ? ('same' as const) : ('near' as const),
      elements: group.elements,
    })),
  )
}

/** How many elements can be told apart: twins count once. */
export function countDistinct(elements: readonly Element[], twins: readonly Twins[]): number {
  const present = new Set(elements)
  const spare = twins.map(
    ({ elements: own }) => own.filter((element) => present.has(element)).length - 1,
  )
  return elements.length - spare.reduce((sum, count) => sum + Math.max(0, count), 0)
}

interface Group {
  readonly elements: readonly Element[]
  readonly isSame: boolean
}

function groupTwins(elements: readonly Element[]): Group[] {
  const parents = elements.map((_, index) => index)
  const rootOf = (index: number): number => {
    const parent = parents[index] ?? index
    return parent === index ? index : rootOf(parent)
  }
  const isNear = new Set<number>()
  const likes = elements.map(({ asset }) => (asset.text ? toComparable(asset.text) : null))
  for (const [second, other] of elements.entries()) {
    for (let first = 0; first < second; first++) {
      const one = elements[first]
      const likeness = one ? likenessOf(one, other, likes[first], likes[second]) : null
      if (likeness === null) continue
      const [root, old] = [rootOf(first), rootOf(second)]
      parents[old] = root
      if (likeness === 'near') isNear.add(first).add(second)
    }
  }
  const groups = Map.groupBy(elements.keys(), rootOf)
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({
      isSame: !members.some((index) => isNear.has(index)),
      // What is approved stays; else what was there first.
      elements: members
        .flatMap((index) => elements[index] ?? [])
        .toSorted(
          (a, b) => Number(b.standing.kind === 'ready') - Number(a.standing.kind === 'ready'),
        ),
    }))
}

type Comparable = ReturnType<typeof toComparable> | null | undefined

function likenessOf(
  a: Element,
  b: Element,
  aText: Comparable,
  bText: Comparable,
): 'same' | 'near' | null {
  if (aText && bText) {
    if (languageOf(a.details.locale) !== languageOf(b.details.locale)) return null
    const similarity = measureSimilarity(aText, bText)
    if (similarity === 1) return 'same'
    return similarity >= NEAR_COPY ? 'near' : null
  }
  const { contentSha256, perceptualHash } = a.details
  if (contentSha256 !== '' && contentSha256 === b.details.contentSha256) return 'same'
  if (perceptualHash === null || b.details.perceptualHash === null) return null
  return hammingDistance(perceptualHash, b.details.perceptualHash) <= NEAR_DUPLICATE_MAX_BITS
    ? 'near'
    : null
}

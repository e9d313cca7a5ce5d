import type { Snapshot } from '@/lib/decision/snapshot'
import { type Box, createMask, type Row } from '@/lib/permutations/box'
import {
  type CombinationFilter,
  createSegmentSpace,
  narrowToFilter,
} from '@/lib/permutations/combination-filter'
import { createCombinationIndex } from '@/lib/permutations/combination-index'
import { joinParts, type Space } from '@/lib/permutations/space'
import { spaceInputOf } from '@/lib/permutations/space-input'
import { adKeyOf, assetsOfRow, readAdKey } from './ad-key'

export interface GalleryAd {
  readonly key: string
  /** Its number in the selection, from 1. */
  readonly number: bigint
  readonly assets: Readonly<Record<string, string>>
}

export interface AdSelection {
  readonly space: Space
  readonly count: bigint
  /** False where pairs are too entangled to count: then only the first ones are here. */
  readonly isWhole: boolean
  /** The ad of a rank from 0; null beyond the last. */
  at(rank: bigint): GalleryAd | null
  /** Null for an ad that is not part of it. */
  find(key: string): GalleryAd | null
}

/** Elements that have something in common, such as a finding: the asset of some slots. */
export type ElementSet = Readonly<Record<string, string>>

/**
 * The ads of a compiled campaign that a filter leaves, by number. `anyOf`: only ads that hold all
 * elements of at least one of these sets.
 */
export function selectAds(
  snapshot: Pick<Snapshot, 'slots' | 'rules' | 'constraints' | 'experiment'>,
  filter: CombinationFilter,
  anyOf: readonly ElementSet[] | null = null,
): AdSelection {
  const space = createSegmentSpace(spaceInputOf(snapshot), filter.segmentId)
  const index = createCombinationIndex({
    domains: narrowToFilter(space, filter),
    excluded: space.excluded,
    anyOf: anyOf && anyOf.flatMap((elements) => boxOf(space, elements) ?? []),
  })
  const adOf = (row: Row, rank: bigint): GalleryAd => ({
    key: adKeyOf(space, row),
    number: rank + 1n,
    assets: assetsOfRow(space, row),
  })
  return {
    space,
    count: index.count,
    isWhole: index.isWhole,
    at(rank) {
      const row = index.at(rank)
      return row && adOf(row, rank)
    },
    find(key) {
      const row = readAdKey(space, key)
      const rank = row && index.rankOf(row)
      return row && rank !== null ? adOf(row, rank) : null
    },
  }
}

/** Null where a slot or an element is gone. */
function boxOf({ slots }: Space, elements: ElementSet): Box[] | null {
  const parts = Object.entries(elements).map(([key, assetId]) => {
    const slot = slots.findIndex((one) => one.key === key)
    const assetIds = slots[slot]?.assetIds ?? []
    if (!assetIds.includes(assetId)) return null
    return { slot, assets: createMask(assetIds.length, (asset) => assetIds[asset] === assetId) }
  })
  const known = parts.flatMap((part) => part ?? [])
  return known.length === parts.length ? [joinParts(known)] : null
}

/** The static ad as one of the gallery; null where the campaign names none. */
export function findStaticAd({ slots, benchmark }: Space): Omit<GalleryAd, 'number'> | null {
  if (!benchmark) return null
  return { key: adKeyOf({ slots }, benchmark), assets: assetsOfRow({ slots }, benchmark) }
}

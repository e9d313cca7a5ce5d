'use client'

import { useMemo } from 'react'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { Chances } from '@/lib/gallery/gallery-api'
import { resolveFilter } from '@/lib/gallery/resolve-filter'
import { type ElementSet, type GalleryAd, selectAds } from '@/lib/gallery/select-ads'
import { explainCount } from '@/lib/permutations/explain-count'
import { spaceInputOf } from '@/lib/permutations/space-input'
import type { GalleryUrl } from './use-gallery'

/** So many ads make a page: no browser scrolls further reliably. */
export const ADS_A_PAGE = 10_000

export interface ShownAds {
  /** Of the page that is looked at. */
  readonly count: number
  readonly pages: number
  readonly page: number
  at(index: number): GalleryAd | null
}

/** The ads of the gallery as filtered and ordered in the address. */
export function useSelection(
  snapshot: Snapshot,
  locales: Readonly<Record<string, string>>,
  url: GalleryUrl,
  chances: Chances | undefined,
  findings: readonly ElementSet[] | null,
) {
  const { only, without, segment, locale } = url
  const filter = useMemo(
    () => resolveFilter(snapshot, locales, { only, without, segmentId: segment, locale }),
    [snapshot, locales, only, without, segment, locale],
  )
  const onlyFindings = url.findings
  const selection = useMemo(
    () => selectAds(snapshot, filter, onlyFindings ? (findings ?? []) : null),
    [snapshot, filter, onlyFindings, findings],
  )
  const steps = useMemo(() => explainCount(spaceInputOf(snapshot), filter), [snapshot, filter])
  const byChance = url.sort === 'chance' && chances ? chances.ads : null
  const ads = useMemo<ShownAds>(() => {
    const likeliest = byChance?.flatMap(({ key }) => selection.find(key) ?? [])
    const total = likeliest ? BigInt(likeliest.length) : selection.count
    const pages = Math.max(1, Number((total + BigInt(ADS_A_PAGE) - 1n) / BigInt(ADS_A_PAGE)))
    const page = Math.min(Math.max(1, url.page), pages)
    const first = BigInt(page - 1) * BigInt(ADS_A_PAGE)
    const left = total - first
    return {
      count: left > BigInt(ADS_A_PAGE) ? ADS_A_PAGE : Number(left),
      pages,
      page,
      at: (index) =>
        likeliest
          ? (likeliest[Number(first) + index] ?? null)
          : selection.at(first + BigInt(index)),
    }
  }, [byChance, selection, url.page])
  return { filter, selection, steps, ads }
}

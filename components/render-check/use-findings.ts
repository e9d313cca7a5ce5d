'use client'

import { useMemo } from 'react'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { AdSize } from '@/lib/decision/ad-size'
import type { ElementSet } from '@/lib/gallery/select-ads'
import { listFindingElements } from '@/lib/render-checks/list-elements'
import { useRenderPlan } from './use-render-check'

/** The elements of each finding in a size; null before anything was drawn. */
export function useFindings(campaign: CampaignDetail, size: AdSize): ElementSet[] | null {
  const { data: plan } = useRenderPlan(campaign)
  return useMemo(() => {
    if (plan?.kind !== 'ok') return null
    const drawn = plan.cells.filter((cell) => cell.size === size && cell.findings !== null)
    if (drawn.length === 0) return null
    const found = drawn.flatMap((cell) =>
      (cell.findings ?? []).map((finding) => listFindingElements(plan.snapshot, cell, finding)),
    )
    return [...new Map(found.map((elements) => [JSON.stringify(elements), elements])).values()]
  }, [plan, size])
}

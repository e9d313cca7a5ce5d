'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { renderDecision } from '@/lib/creatives/render-decision'
import { resolveAssets } from '@/lib/creatives/resolve-assets'
import {
  type RenderCell,
  type RenderPlan,
  renderPlanSchema,
  type SaveRenderChecks,
} from '@/lib/render-checks/render-check'
import { checkCreative } from './check-creative'

const BATCH = 10
const pathOf = (campaignId: string) => `/api/v1/campaigns/${campaignId}/render-check` as const
const keyOf = (campaign: CampaignDetail) =>
  ['render-check', campaign.id, campaign.editVersion] as const

export function useRenderPlan(campaign: CampaignDetail) {
  return useQuery({
    queryKey: keyOf(campaign),
    staleTime: Infinity,
    queryFn: ({ signal }) => requestApi(pathOf(campaign.id), renderPlanSchema, { signal }),
  })
}

/** Draws what was not drawn yet, and keeps the results as it goes: it can stop and go on later. */
export function useRunRenderCheck(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const [isRunning, setIsRunning] = useState(false)
  const shouldStop = useRef(false)
  useEffect(
    () => () => {
      shouldStop.current = true
    },
    [],
  )
  const save = useCallback(
    async (results: SaveRenderChecks['results']) => {
      if (results.length === 0) return
      await requestApi(pathOf(campaign.id), z.object({ saved: z.number() }), {
        method: 'POST',
        body: { results },
      })
      const found = new Map(results.map(({ key, findings }) => [key, findings]))
      queryClient.setQueryData<RenderPlan>(keyOf(campaign), (plan) =>
        plan?.kind === 'ok' ? { ...plan, cells: fillIn(plan.cells, found) } : plan,
      )
    },
    [campaign, queryClient],
  )
  const start = async (plan: Extract<RenderPlan, { kind: 'ok' }>) => {
    shouldStop.current = false
    setIsRunning(true)
    let results: SaveRenderChecks['results'] = []
    try {
      for (const cell of plan.cells.filter(({ findings }) => findings === null)) {
        if (shouldStop.current) break
        results.push({ key: cell.key, findings: await checkCell(plan, cell) })
        if (results.length < BATCH) continue
        await save(results)
        results = []
      }
      await save(results)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'The ads could not be drawn.')
    } finally {
      setIsRunning(false)
    }
  }
  const stop = () => {
    shouldStop.current = true
  }
  return { isRunning, start, stop }
}

function checkCell({ snapshot }: Extract<RenderPlan, { kind: 'ok' }>, cell: RenderCell) {
  const { size } = cell
  const shown = Object.values(resolveAssets(snapshot, cell))
  return checkCreative(renderDecision(snapshot, cell).html, size, shown)
}

function fillIn(
  cells: RenderCell[],
  found: ReadonlyMap<string, RenderCell['findings']>,
): RenderCell[] {
  return cells.map((cell) => ({ ...cell, findings: found.get(cell.key) ?? cell.findings }))
}

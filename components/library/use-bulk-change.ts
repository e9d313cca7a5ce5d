'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { formatCount } from '@/components/ui/format-number'
import type { AssetFilter } from '@/lib/assets/asset-filter'
import { describeImpact, joinImpacts } from '@/lib/assets/asset-impact'
import {
  BULK_MOST_NAMED,
  type BulkChange,
  type BulkResult,
  bulkResultSchema,
  type BulkTarget,
} from '@/lib/assets/bulk-change'
import type { Selection } from './selection'

const UNDO_SHOWN_MS = 10_000

/** The targets of a selection: what can be named in one request is named in one. */
export function toTargets(selection: Selection, filter: AssetFilter): BulkTarget[] {
  if (selection.kind === 'all') return [{ filter, exceptIds: [...selection.except] }]
  const ids = [...selection.ids]
  const parts = Math.ceil(ids.length / BULK_MOST_NAMED)
  return Array.from({ length: parts }, (_, part) => ({
    assetIds: ids.slice(part * BULK_MOST_NAMED, (part + 1) * BULK_MOST_NAMED),
  }))
}

/** Changes many assets, says what came of it, and offers to take it back. */
export function useBulkChange() {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
  const undo = useMutation({
    mutationFn: async (undoIds: readonly string[]) => {
      const results: BulkResult[] = []
      for (const id of undoIds) {
        const path = `/api/v1/assets/bulk/${id}/undo` as const
        results.push(await requestApi(path, bulkResultSchema, { method: 'POST' }))
      }
      return results
    },
    onSuccess: (results) => {
      const { changed, refused } = addUp(results)
      toast(`Taken back: ${nameCount(changed)}`, { description: describeImpacts(results) })
      if (refused > 0) toast.error(`${nameCount(refused)} changed since: left as they are.`)
    },
    onSettled: refresh,
  })
  const change = useMutation({
    mutationFn: async ({ targets, change: wanted }: BulkWish) => {
      const results: BulkResult[] = []
      for (const target of targets) {
        const body: BulkChange = { target, change: wanted }
        const init = { method: 'POST', body } as const
        results.push(await requestApi('/api/v1/assets/bulk', bulkResultSchema, init))
      }
      return results
    },
    onSuccess: (results, { done }) => {
      const { changed, unchanged, refused } = addUp(results)
      const undoIds = results.flatMap(({ undoId }) => undoId ?? [])
      const action = { label: 'Undo', onClick: () => undo.mutate(undoIds) }
      if (changed > 0) {
        const description = describeImpacts(results)
        toast(`${done}: ${nameCount(changed)}`, { description, action, duration: UNDO_SHOWN_MS })
      } else if (refused === 0) toast(`${nameCount(unchanged)}: like that already`)
      if (refused > 0) tellRefusals(results, refused)
    },
    onSettled: refresh,
  })
  return { change: change.mutate, isPending: change.isPending || undo.isPending }
}

export interface BulkWish {
  readonly targets: readonly BulkTarget[]
  readonly change: BulkChange['change']
  /** What it says when it is done: "Tagged hero". */
  readonly done: string
}

const describeImpacts = (results: readonly BulkResult[]) =>
  describeImpact(joinImpacts(results.map(({ impact }) => impact)))

function addUp(results: readonly BulkResult[]) {
  const sum = (key: 'changed' | 'unchanged' | 'refused') =>
    results.reduce((total, result) => total + result[key], 0)
  return { changed: sum('changed'), unchanged: sum('unchanged'), refused: sum('refused') }
}

function tellRefusals(results: readonly BulkResult[], refused: number): void {
  const reasons = Map.groupBy(
    results.flatMap(({ refusals }) => refusals),
    ({ reason }) => reason,
  )
  const description = [...reasons].map(([reason, { length }]) => `${length} × ${reason}`).join(' ')
  toast.error(`Not changed: ${nameCount(refused)}`, { description })
}

function nameCount(count: number): string {
  return count === 1 ? 'one asset' : `${formatCount(count)} assets`
}

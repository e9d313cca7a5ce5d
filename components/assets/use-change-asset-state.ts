'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { changeAssetStateResponseSchema } from '@/lib/assets/asset'
import type { AssetAction, AssetState } from '@/lib/assets/asset-state'
import { useAssetPermissions } from './asset-permissions'
import { findAssetActions } from '@/lib/assets/find-asset-actions'
import { STATE_LABELS } from './kind-labels'
import { ASSETS_KEY } from './use-assets'

interface Move {
  id: string
  from: AssetState
  to: AssetState
}

interface Outcome {
  moved: Move[]
  refusals: string[]
}

/** The most that one request takes. */
const BATCH = 500

/** Brings assets into a state, by however many actions that takes, and offers to undo it. */
export function useChangeAssetState(onChanged?: (moved: Move[]) => void) {
  const { permissions } = useAssetPermissions()
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: async ({ moves }: { moves: readonly Move[]; isUndo: boolean }) => {
      const outcome: Outcome = { moved: [], refusals: [] }
      for (const group of Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()) {
        const [first] = group
        const actions = first && findAssetActions(first.from, first.to, permissions)
        if (!actions) outcome.refusals.push('Your role does not allow this.')
        for (let start = 0; actions && start < group.length; start += BATCH) {
          await moveBatch(group.slice(start, start + BATCH), actions, outcome)
        }
      }
      return outcome
    },
    // Here and not beside `mutate`: the list that asked may be gone with its last asset.
    onSuccess: ({ moved, refusals }, { isUndo }) => {
      onChanged?.(moved)
      if (refusals.length > 0) toast.error([...new Set(refusals)].join(' '))
      const [first] = moved
      if (first && !isUndo) offerUndo(moved, first.to)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ASSETS_KEY }),
  })

  const offerUndo = (moved: readonly Move[], to: AssetState) => {
    const moves = moved.map(({ id, from }) => ({ id, from: to, to: from }))
    const canUndo = moves.every((move) => findAssetActions(move.from, move.to, permissions))
    const title = `${STATE_LABELS[to]}: ${moved.length === 1 ? 'one asset' : `${moved.length} assets`}`
    const undo = () => mutation.mutate({ moves, isUndo: true })
    toast(title, canUndo ? { action: { label: 'Undo', onClick: undo } } : undefined)
  }
  const change = (assets: readonly { id: string; state: AssetState }[], to: AssetState) =>
    mutation.mutate({
      moves: assets
        .filter(({ state }) => state !== to)
        .map(({ id, state }) => ({ id, from: state, to })),
      isUndo: false,
    })
  return { change, isPending: mutation.isPending }
}

async function moveBatch(
  batch: readonly Move[],
  actions: readonly AssetAction[],
  outcome: Outcome,
): Promise<void> {
  let ids = batch.map(({ id }) => id)
  const arrived: string[] = []
  for (const action of actions) {
    if (ids.length === 0) break
    const { changed, refused } = await requestApi(
      '/api/v1/assets/state',
      changeAssetStateResponseSchema,
      { method: 'POST', body: { action, assetIds: ids } },
    )
    const isThere = ({ id, state }: { id: string; state: AssetState }) =>
      state === batch.find((move) => move.id === id)?.to
    arrived.push(...changed.filter(isThere).map(({ id }) => id))
    ids = changed.filter((one) => !isThere(one)).map(({ id }) => id)
    outcome.refusals.push(...refused.map(({ reason }) => reason))
  }
  outcome.moved.push(...batch.filter(({ id }) => arrived.includes(id)))
}

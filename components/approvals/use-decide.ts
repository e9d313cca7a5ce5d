'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import type { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { APPROVER_ROLE_LABELS } from '@/lib/approvals/approver-role'
import {
  type ChangeAssetStateResponse,
  type changeAssetStateSchema,
  changeAssetStateResponseSchema,
} from '@/lib/assets/asset'
import { describeImpact } from '@/lib/assets/asset-impact'
import { COMMENTS_KEY } from './use-comments'

export type Decision = z.input<typeof changeAssetStateSchema>

const DONE: Readonly<Record<Decision['action'], string>> = {
  submit: 'Sent to review',
  withdraw: 'Taken back',
  approve: 'Approved',
  request_changes: 'Asked for changes',
  reject: 'Rejected',
  archive: 'Archived',
  restore: 'Taken out of the archive',
}

/** Takes assets through review, and says what came of it: who is still to come, what it changes. */
export function useDecide(onDecided?: (changedIds: readonly string[]) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Decision) =>
      requestApi('/api/v1/assets/state', changeAssetStateResponseSchema, { method: 'POST', body }),
    onSuccess: (response, { action }) => {
      const { changed, refused } = response
      if (changed.length > 0) {
        toast.success(nameDone(action, changed.length), { description: describeRest(response) })
      }
      if (refused.length > 0) toast.error(describeRefusals(refused))
      onDecided?.(changed.map(({ id }) => id))
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ASSETS_KEY }),
        queryClient.invalidateQueries({ queryKey: COMMENTS_KEY }),
      ]),
  })
}

function nameDone(action: Decision['action'], count: number): string {
  return count === 1 ? DONE[action] : `${DONE[action]}: ${count} assets`
}

/** Who is still to come, and what the change does to live campaigns. */
function describeRest({ changed, impact }: ChangeAssetStateResponse): string | undefined {
  const missing = changed.find((one) => one.missing && one.missing.length > 0)?.missing ?? []
  const people = missing.map(
    ({ role, count }) =>
      `${count} ${APPROVER_ROLE_LABELS[role].toLowerCase()} approver${count === 1 ? '' : 's'}`,
  )
  const waiting = people.length > 0 ? `Still to come: ${people.join(' and ')}.` : undefined
  return (
    [waiting, describeImpact(impact)].filter((part) => part !== undefined).join(' ') || undefined
  )
}

function describeRefusals(refused: ChangeAssetStateResponse['refused']): string {
  const [first, ...others] = [...new Set(refused.map(({ reason }) => reason))]
  if (refused.length === 1) return first ?? ''
  return `${refused.length} were left as they are: ${[first, ...others].join(' ')}`
}

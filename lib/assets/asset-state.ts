import { z } from 'zod'
import type { Permission } from '@/lib/workspaces/permission'

export const assetStateSchema = z.enum([
  'draft',
  'in_review',
  'approved',
  'changes_requested',
  'rejected',
  'expired',
  'archived',
])
export type AssetState = z.infer<typeof assetStateSchema>

export const assetActionSchema = z.enum(['submit', 'approve', 'reject', 'archive', 'restore'])
export type AssetAction = z.infer<typeof assetActionSchema>

interface Transition {
  readonly from: readonly AssetState[]
  readonly to: AssetState
  readonly permission: Permission
  /** Why it cannot be done from any other state. */
  readonly refusal: string
}

const TRANSITIONS: Readonly<Record<AssetAction, Transition>> = {
  submit: {
    from: ['draft'],
    to: 'in_review',
    permission: 'asset.edit',
    refusal: 'Only a draft can be submitted for review.',
  },
  approve: {
    from: ['in_review'],
    to: 'approved',
    permission: 'asset.approve',
    refusal: 'Only an asset in review can be approved.',
  },
  reject: {
    from: ['in_review'],
    to: 'draft',
    permission: 'asset.approve',
    refusal: 'Only an asset in review can be sent back.',
  },
  archive: {
    from: ['draft', 'in_review', 'approved'],
    to: 'archived',
    permission: 'asset.edit',
    refusal: 'It is archived already.',
  },
  restore: {
    from: ['archived'],
    to: 'draft',
    permission: 'asset.edit',
    refusal: 'Only an archived asset can be restored.',
  },
}

export type AssetStateChange =
  | { kind: 'ok'; state: AssetState }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'invalid'; reason: string }

/**
 * The state after `action`: draft → in_review → approved, archived from anywhere, restored as a
 * draft. Approving, sending back, and archiving what is approved take `asset.approve`.
 */
export function nextAssetState(
  state: AssetState,
  action: AssetAction,
  permissions: readonly Permission[],
): AssetStateChange {
  const transition = TRANSITIONS[action]
  if (!transition.from.includes(state)) return { kind: 'invalid', reason: transition.refusal }
  const needed =
    action === 'archive' && state === 'approved' ? 'asset.approve' : transition.permission
  if (!permissions.includes(needed)) {
    return { kind: 'forbidden', reason: 'Your role does not allow this.' }
  }
  return { kind: 'ok', state: transition.to }
}

/** Editing content undoes its review, so that what is approved is what was seen. */
export function assetStateAfterEdit(state: AssetState): AssetStateChange {
  if (state === 'archived') {
    return { kind: 'invalid', reason: 'It is archived: restore it before editing.' }
  }
  return { kind: 'ok', state: 'draft' }
}

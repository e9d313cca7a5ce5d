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

/** What people do. */
export const assetActionSchema = z.enum([
  'submit',
  'withdraw',
  'approve',
  'request_changes',
  'reject',
  'archive',
  'restore',
])
export type AssetAction = z.infer<typeof assetActionSchema>

/** And what befalls an asset: its content changes, its approval or its rights end. */
export type AssetEvent = AssetAction | 'edit' | 'expire'

/** `approved` where the approvals that the policy asks for are there, `else` where not. */
type Target = AssetState | { readonly else: AssetState }

interface Transition {
  readonly to: Partial<Readonly<Record<AssetState, Target>>>
  /** Null: the program's own. */
  readonly permission: Permission | null
  /** Why it cannot be done from any other state. */
  readonly refusal: string
}

const TRANSITIONS: Readonly<Record<AssetEvent, Transition>> = {
  submit: {
    to: {
      draft: 'in_review',
      changes_requested: 'in_review',
      rejected: 'in_review',
      expired: 'in_review',
    },
    permission: 'asset.edit',
    refusal: 'It is in review, approved or archived already.',
  },
  withdraw: {
    // From approved, whoever approved takes their own approval back.
    to: { in_review: 'draft', approved: { else: 'in_review' } },
    permission: 'asset.edit',
    refusal: 'Only an asset in review or an approved one can be taken back.',
  },
  approve: {
    to: { in_review: { else: 'in_review' }, approved: { else: 'in_review' } },
    permission: 'asset.approve',
    refusal: 'Only an asset in review can be approved.',
  },
  request_changes: {
    to: { in_review: 'changes_requested', approved: 'changes_requested' },
    permission: 'asset.approve',
    refusal: 'Changes can be asked for while an asset is in review or approved.',
  },
  reject: {
    to: { in_review: 'rejected', approved: 'rejected' },
    permission: 'asset.approve',
    refusal: 'Only an asset in review or an approved one can be rejected.',
  },
  archive: {
    to: {
      draft: 'archived',
      in_review: 'archived',
      approved: 'archived',
      changes_requested: 'archived',
      rejected: 'archived',
      expired: 'archived',
    },
    permission: 'asset.edit',
    refusal: 'It is archived already.',
  },
  restore: {
    to: { archived: { else: 'draft' } },
    permission: 'asset.edit',
    refusal: 'Only an archived asset can be restored.',
  },
  edit: {
    // Back to a content that was approved is approved again.
    to: {
      draft: { else: 'draft' },
      in_review: 'draft',
      approved: { else: 'draft' },
      changes_requested: 'changes_requested',
      rejected: 'draft',
      expired: 'draft',
    },
    permission: 'asset.edit',
    refusal: 'It is archived: restore it before editing.',
  },
  expire: {
    to: { approved: 'expired' },
    permission: null,
    refusal: 'Only what is approved can expire.',
  },
}

export type AssetStateChange =
  | { kind: 'ok'; state: AssetState }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'invalid'; reason: string }

/**
 * The state after `event`: draft → in_review → approved | changes_requested | rejected → expired |
 * archived. `isApproved`: whether the asset's present content has the approvals that the policy
 * asks for, the one being given included; without them no way leads to `approved`. Deciding, and
 * archiving or taking back what is approved, take `asset.approve`.
 */
export function nextAssetState(
  state: AssetState,
  event: AssetEvent,
  permissions: readonly Permission[],
  isApproved: boolean,
): AssetStateChange {
  const { to, permission, refusal } = TRANSITIONS[event]
  const target = to[state]
  if (target === undefined) return { kind: 'invalid', reason: refusal }
  const isUndoing = state === 'approved' && (event === 'archive' || event === 'withdraw')
  const needed = isUndoing ? 'asset.approve' : permission
  if (needed !== null && !permissions.includes(needed)) {
    return { kind: 'forbidden', reason: 'Your role does not allow this.' }
  }
  if (typeof target === 'string') return { kind: 'ok', state: target }
  return { kind: 'ok', state: isApproved ? 'approved' : target.else }
}

/** The state after a change of content to one that nobody has approved; refuses the archived. */
export function assetStateAfterEdit(state: AssetState): AssetStateChange {
  return nextAssetState(state, 'edit', ['asset.edit'], false)
}

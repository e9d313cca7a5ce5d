import { type AssetState, type AssetStateChange, nextAssetState } from './asset-state'
import type { BulkAction } from './bulk-change'
import type { Permission } from '@/lib/workspaces/permission'

export interface AssetStep {
  readonly action: BulkAction
  readonly from: AssetState
  readonly to: AssetState
}

export const CHANGED_SINCE = 'Somebody changed it since.'

/**
 * The state after taking back a step, for those who may take the way back: what was submitted or
 * archived is as it was, what was approved or restored goes back as the state machine has it.
 * `isApproved`: whether the approvals that are left meet the policy; without them nothing goes back
 * to `approved`. An asset that is elsewhere by now is left alone.
 */
export function undoAssetStep(
  { action, from, to }: AssetStep,
  state: AssetState,
  permissions: readonly Permission[],
  isApproved: boolean,
): AssetStateChange {
  if (state !== to) return { kind: 'invalid', reason: CHANGED_SINCE }
  const next = (event: 'withdraw' | 'approve' | 'restore' | 'archive') =>
    nextAssetState(state, event, permissions, isApproved)
  switch (action) {
    case 'approve':
      // One approval of several left it in review, where taking back asks for the same right.
      return state === 'approved' ? next('withdraw') : next('approve')
    case 'restore':
      return next('archive')
    case 'submit':
    case 'archive': {
      const back = next(action === 'submit' ? 'withdraw' : 'restore')
      return back.kind === 'ok' && from !== 'approved' ? { kind: 'ok', state: from } : back
    }
  }
}

import { describe, expect, it } from 'vitest'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { assetStateSchema, nextAssetState } from './asset-state'
import { CHANGED_SINCE, undoAssetStep } from './undo-asset-step'

const { creative } = ROLE_PERMISSIONS
const ACTIONS = ['submit', 'approve', 'archive', 'restore'] as const
const editor = ['read', 'asset.edit'] as const

const steps = assetStateSchema.options.flatMap((from) =>
  ACTIONS.flatMap((action) =>
    [true, false].flatMap((isApproved) => {
      const next = nextAssetState(from, action, creative, isApproved)
      return next.kind === 'ok' ? [{ action, from, to: next.state }] : []
    }),
  ),
)

describe('undoAssetStep', () => {
  it.each(steps)('takes back $action from $from to $to', (step) => {
    const back = undoAssetStep(step, step.to, creative, false)
    const expected = {
      // Never approved without approvals.
      archive: step.from === 'approved' ? 'draft' : step.from,
      submit: step.from,
      restore: 'archived',
      approve: 'in_review',
    }[step.action]
    expect(back).toEqual({ kind: 'ok', state: expected })
  })

  it('is approved again where the approvals still hold', () => {
    const step = { action: 'archive', from: 'approved', to: 'archived' } as const
    expect(undoAssetStep(step, 'archived', creative, true)).toEqual({
      kind: 'ok',
      state: 'approved',
    })
  })

  it.each(steps)('leaves alone what is elsewhere since $action from $from to $to', (step) => {
    for (const state of assetStateSchema.options.filter((one) => one !== step.to)) {
      expect(undoAssetStep(step, state, creative, true)).toEqual({
        kind: 'invalid',
        reason: CHANGED_SINCE,
      })
    }
  })

  it('asks for the right to approve where approvals end', () => {
    const approved = { action: 'approve', from: 'in_review', to: 'approved' } as const
    const oneOfTwo = { action: 'approve', from: 'in_review', to: 'in_review' } as const
    const restored = { action: 'restore', from: 'archived', to: 'approved' } as const
    for (const step of [approved, oneOfTwo, restored]) {
      expect(undoAssetStep(step, step.to, editor, false).kind).toBe('forbidden')
    }
  })
})

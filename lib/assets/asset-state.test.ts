import { describe, expect, it } from 'vitest'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import {
  assetActionSchema,
  assetStateAfterEdit,
  assetStateSchema,
  nextAssetState,
} from './asset-state'

describe('nextAssetState', () => {
  it('allows exactly these steps to those who may approve', () => {
    const steps = assetStateSchema.options.flatMap((state) =>
      assetActionSchema.options.flatMap((action) => {
        const next = nextAssetState(state, action, ROLE_PERMISSIONS.marketer)
        return next.kind === 'ok' ? [`${state} ${action} ${next.state}`] : []
      }),
    )
    expect(steps).toEqual([
      'draft submit in_review',
      'draft archive archived',
      'in_review approve approved',
      'in_review reject draft',
      'in_review archive archived',
      'approved archive archived',
      'archived restore draft',
    ])
  })

  it('lets who may only edit submit, but not approve, send back or retire what is approved', () => {
    const creative = ['read', 'asset.edit'] as const
    expect(nextAssetState('draft', 'submit', creative)).toEqual({ kind: 'ok', state: 'in_review' })
    expect(nextAssetState('draft', 'archive', creative).kind).toBe('ok')
    expect(nextAssetState('in_review', 'approve', creative).kind).toBe('forbidden')
    expect(nextAssetState('in_review', 'reject', creative).kind).toBe('forbidden')
    expect(nextAssetState('approved', 'archive', creative).kind).toBe('forbidden')
  })

  it('lets an analyst do nothing', () => {
    for (const state of assetStateSchema.options) {
      for (const action of assetActionSchema.options) {
        expect(nextAssetState(state, action, ROLE_PERMISSIONS.analyst).kind).not.toBe('ok')
      }
    }
  })

  it('returns edited content to draft and refuses to edit the archived', () => {
    expect(assetStateAfterEdit('approved')).toEqual({ kind: 'ok', state: 'draft' })
    expect(assetStateAfterEdit('in_review')).toEqual({ kind: 'ok', state: 'draft' })
    expect(assetStateAfterEdit('archived').kind).toBe('invalid')
  })
})

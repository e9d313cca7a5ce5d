import { describe, expect, it } from 'vitest'
import { assetStateSchema } from './asset-state'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { findAssetActions } from './find-asset-actions'

const { creative, analyst } = ROLE_PERMISSIONS

describe('findAssetActions', () => {
  it.each([
    ['draft', 'approved', ['submit', 'approve']],
    ['in_review', 'draft', ['withdraw']],
    ['approved', 'in_review', ['withdraw']],
    ['archived', 'approved', ['restore', 'submit', 'approve']],
    ['draft', 'draft', []],
  ] as const)('goes from %s to %s by %j', (from, to, actions) => {
    expect(findAssetActions(from, to, creative)).toEqual(actions)
  })

  it('can undo every change for those who may approve, but for what takes a reason', () => {
    const reachable = ['draft', 'in_review', 'approved', 'archived'] as const
    for (const from of assetStateSchema.options) {
      for (const to of reachable) expect(findAssetActions(from, to, creative)).not.toBeNull()
      if (from !== 'rejected') expect(findAssetActions(from, 'rejected', creative)).toBeNull()
    }
  })

  it('finds no way that the permissions do not allow', () => {
    expect(findAssetActions('draft', 'approved', ['read', 'asset.edit'])).toBeNull()
    expect(findAssetActions('draft', 'archived', analyst)).toBeNull()
  })
})

import type { DraftAsset } from '@/lib/campaigns/campaign-draft'
import type { AssetDetails } from './audit-input'

/**
 * Whether an asset counts. `ready`: it may be shown now. `planned`: it is meant to be, once it is
 * approved or its rights begin. `out`: it is not, for the reason given.
 */
export type Standing =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'planned'
      readonly reason: 'in_review' | 'draft' | 'changes_requested' | 'rights_not_begun'
    }
  | {
      readonly kind: 'out'
      readonly reason: 'paused' | 'archived' | 'rejected' | 'expired' | 'rights_over'
    }

export function standingOf(asset: DraftAsset, details: AssetDetails, nowMs: number): Standing {
  if (asset.isPaused) return { kind: 'out', reason: 'paused' }
  switch (asset.state) {
    case 'archived':
    case 'rejected':
    case 'expired':
      return { kind: 'out', reason: asset.state }
    case 'draft':
    case 'in_review':
    case 'changes_requested':
    case 'approved':
      break
  }
  const { rightsStartAtMs, rightsEndAtMs } = details
  if (rightsEndAtMs !== null && rightsEndAtMs <= nowMs)
    return { kind: 'out', reason: 'rights_over' }
  if (asset.state !== 'approved') return { kind: 'planned', reason: asset.state }
  if (rightsStartAtMs !== null && rightsStartAtMs > nowMs) {
    return { kind: 'planned', reason: 'rights_not_begun' }
  }
  return { kind: 'ready' }
}

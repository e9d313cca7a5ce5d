import type { AssetState } from '@/lib/assets/asset-state'
import type { AssetKind } from '@/lib/decision/snapshot'

export const KIND_HINTS: Record<AssetKind, string> = {
  image: 'The picture people look at first. Cropped around its focal point.',
  logo: 'Shown whole, never cropped. A PNG or WebP with a clear background is best.',
  background: 'Lies behind the picture, or takes its place.',
  headline: 'The line that is read first.',
  body: 'A sentence that says more. Small sizes leave it out.',
  cta: 'The words on the button.',
  disclaimer: 'The small print. Small sizes leave it out.',
  theme: 'Colours that replace those of the design.',
  video: 'A short film without sound, with a poster shown until it plays.',
}

export const STATE_LABELS: Record<AssetState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  changes_requested: 'Changes requested',
  rejected: 'Rejected',
  expired: 'Expired',
  archived: 'Archived',
}

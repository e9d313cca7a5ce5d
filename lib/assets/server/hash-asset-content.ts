import { createHash } from 'node:crypto'
import { type AssetContent, canonicalAssetContent } from '@/lib/assets/content-hash'

/** `asset.content_sha256`: SHA-256 (hex) of an asset's canonical content. Approvals are bound to it. */
export function hashAssetContent(asset: AssetContent): string {
  return createHash('sha256').update(canonicalAssetContent(asset)).digest('hex')
}

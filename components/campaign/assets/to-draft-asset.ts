import type { AssetResponse } from '@/lib/assets/asset'
import { parseBlobFile } from '@/lib/assets/blob-url'
import { toSnapshotAsset } from '@/lib/assets/snapshot-asset'
import type { DraftAsset } from '@/lib/campaigns/campaign-draft'

/** An asset of the library as a campaign's draft has it, before the server has saved it there. */
export function toDraftAsset(asset: AssetResponse): DraftAsset {
  const { id, kind, name, text, altText, picture, state } = asset
  const renditions = (picture?.renditions ?? []).flatMap((rendition) => {
    const file = parseBlobFile(rendition.url.split('/').at(-1) ?? '')
    return file ? [{ ...rendition, sha256: file.sha256 }] : []
  })
  const snapshot = toSnapshotAsset({
    ...{ id, kind, name, text, altText, renditions },
    widthPx: picture?.widthPx ?? null,
    heightPx: picture?.heightPx ?? null,
    focalX: picture?.focalX ?? 0.5,
    focalY: picture?.focalY ?? 0.5,
  })
  return { ...snapshot, state, isPaused: false }
}

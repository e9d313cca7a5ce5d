import { type AssetKind, colorsSchema, type SnapshotAsset } from '@/lib/decision/snapshot'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { blobUrl } from './blob-url'
import { cropAroundFocalPoint } from './crop'
import { PICTURE_BOXES } from './rendition-box'

/** An asset with its renditions, as the database has it. */
export interface StoredAsset {
  readonly id: string
  readonly kind: AssetKind
  readonly name: string
  readonly text: string | null
  readonly altText: string
  readonly widthPx: number | null
  readonly heightPx: number | null
  readonly focalX: number
  readonly focalY: number
  readonly locale?: string
  /** Of a theme: its colours. */
  readonly theme?: unknown
  /** Of a video: its file. */
  readonly blobSha256?: string | null
  readonly contentType?: string | null
  readonly fileSizeBytes?: number | null
  readonly renditions: readonly {
    readonly size: string
    readonly format: string
    readonly density: number
    readonly sha256: string
    readonly widthPx: number
    readonly heightPx: number
    readonly fileSizeBytes: number
  }[]
}

/**
 * The form in which an asset enters a snapshot: root-relative immutable URLs, and for each rendition
 * where the focal point lies inside it, so that templates can crop further without losing it.
 */
export function toSnapshotAsset(asset: StoredAsset): SnapshotAsset {
  const { id, kind, name, text, altText } = asset
  return {
    ...{ id, kind, name, text, altText },
    ...toKindParts(asset),
    renditions: asset.renditions.toSorted(compareRenditions).map((rendition) => {
      const size = adSizeSchema.parse(rendition.size)
      const { format, widthPx, heightPx, fileSizeBytes, sha256 } = rendition
      const url = blobUrl(sha256, format)
      const density = rendition.density === 2 ? { density: 2 as const } : {}
      const plain = { size, format, ...density, url, widthPx, heightPx, fileSizeBytes }
      if (kind === 'logo' || !asset.widthPx || !asset.heightPx) return plain
      const picture = { widthPx: asset.widthPx, heightPx: asset.heightPx }
      const { focalX, focalY } = cropAroundFocalPoint(picture, asset, PICTURE_BOXES[size])
      return { ...plain, focalX: round(focalX), focalY: round(focalY) }
    }),
  }
}

/** What only copy, themes and videos have. */
function toKindParts(asset: StoredAsset): Pick<SnapshotAsset, 'locale' | 'theme' | 'video'> {
  const { kind, locale, blobSha256, contentType, fileSizeBytes } = asset
  if (kind === 'theme') {
    const theme = colorsSchema.safeParse(asset.theme)
    return theme.success ? { theme: theme.data } : {}
  }
  if (kind === 'video') {
    if (!blobSha256 || !fileSizeBytes) return {}
    const type = contentType === 'video/webm' ? 'video/webm' : 'video/mp4'
    const url = blobUrl(blobSha256, type.slice('video/'.length))
    const { focalX, focalY } = asset
    const isCentred = focalX === 0.5 && focalY === 0.5
    const focal = isCentred ? {} : { focalX: round(focalX), focalY: round(focalY) }
    return { video: { url, contentType: type, fileSizeBytes, ...focal } }
  }
  return asset.text !== null && locale ? { locale } : {}
}

const SIZES: readonly string[] = adSizeSchema.options

/** The densest first. The database keeps no order, and a snapshot is the same only when its bytes are. */
function compareRenditions(
  a: StoredAsset['renditions'][number],
  b: StoredAsset['renditions'][number],
): number {
  return (
    SIZES.indexOf(a.size) - SIZES.indexOf(b.size) ||
    b.density - a.density ||
    b.format.localeCompare(a.format)
  )
}

function round(ratio: number): number {
  return Math.round(ratio * 1000) / 1000
}

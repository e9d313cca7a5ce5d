import type { AssetKind } from '@/lib/decision/snapshot'

/** What a viewer would see or hear of an asset. A row of the database is one. */
export interface AssetContent {
  readonly kind: AssetKind
  readonly locale: string
  /** The copy, for kinds made of text. */
  readonly text?: string | null
  readonly altText?: string
  /** SHA-256 (hex) of the stored picture or video. */
  readonly blobSha256?: string | null
  /** Ratios of width and height, 0 to 1 (the middle when left out); they crop what has a blob. */
  readonly focalX?: number
  readonly focalY?: number
  /** Colours of a theme: any JSON. */
  readonly theme?: unknown
  /** SHA-256 (hex) of a video's poster. */
  readonly posterSha256?: string | null
}

/** Finer than a pixel of the largest picture that is kept. */
const FOCAL_STEPS = 10_000

/**
 * The one way to write down an asset's content: equal content gives equal text, whatever the order
 * of a theme's keys and however accents are composed (NFC). Names, tags, notes, rights and markets
 * are not content. The migration `content_hash` writes the same text in SQL.
 */
export function canonicalAssetContent(asset: AssetContent): string {
  const { kind, locale, text, altText, blobSha256, focalX, focalY, theme, posterSha256 } = asset
  const focal = blobSha256 ? [focalStep(focalX), focalStep(focalY)] : null
  const look = [blobSha256 ?? null, focal, theme ?? null, posterSha256 ?? null]
  return JSON.stringify(
    canonicalJson(['asset-content-1', kind, text ?? null, altText ?? '', locale, ...look]),
  )
}

function focalStep(ratio = 0.5): number {
  return Math.round(ratio * FOCAL_STEPS)
}

function canonicalJson(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(canonicalJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key.normalize('NFC'), canonicalJson(child)]),
  )
}

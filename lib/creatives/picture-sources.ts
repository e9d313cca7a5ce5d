import type { AdSize } from '@/lib/decision/ad-size'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeHtml, escapeLink } from './escape-html'

type Rendition = SnapshotAsset['renditions'][number]

/** What a browser may choose from for one picture in one ad size. */
export interface PictureSources {
  /** For whoever knows none of `modern`. */
  readonly fallback: readonly Rendition[]
  /** The most economical format first. */
  readonly modern: readonly (readonly Rendition[])[]
  /** The heaviest file a current browser may load, in bytes. */
  readonly heaviestBytes: number
}

const MODERN_FORMATS = ['avif', 'webp'] as const

/** Null where there is no rendition of the size. */
export function pickSources(renditions: readonly Rendition[], size: AdSize): PictureSources | null {
  const forSize = renditions.filter((rendition) => rendition.size === size)
  const ofFormat = (format: string) => forSize.filter((rendition) => rendition.format === format)
  const modern = MODERN_FORMATS.map(ofFormat).filter((found) => found.length > 0)
  const plain = forSize.filter(({ format }) => format !== 'avif' && format !== 'webp')
  const fallback = plain.length > 0 ? plain : (modern.pop() ?? [])
  if (fallback.length === 0) return null
  const loaded = modern.length > 0 ? modern.flat() : fallback
  const heaviestBytes = Math.max(...loaded.map(({ fileSizeBytes }) => fileSizeBytes))
  return { fallback, modern, heaviestBytes }
}

export interface PictureLook {
  readonly className: string
  readonly alt: string
  readonly baseUrl: string
  /** Fills its place, cropped around the focal point. */
  readonly isCropped: boolean
}

/** The `picture` element: one request, of the best format and density the browser can show. */
export function writePicture(sources: PictureSources, look: PictureLook): string {
  const { fallback, modern } = sources
  // Whoever does not know `srcset` gets the plain one.
  const [first] = fallback.toSorted((a, b) => (a.density ?? 1) - (b.density ?? 1))
  if (!first) return ''
  const link = (url: string): string => linkOf(url, look.baseUrl)
  const percent = (ratio = 0.5): number => Math.round(ratio * 100)
  const position = look.isCropped
    ? ` style="object-position:${percent(first.focalX)}% ${percent(first.focalY)}%"`
    : ''
  const dense = fallback.length > 1 ? ` srcset="${writeDensities(fallback, link)}"` : ''
  const size = ` width="${first.widthPx}" height="${first.heightPx}"`
  const alt = escapeHtml(look.alt)
  const img = `<img class="${look.className}" src="${link(first.url)}"${dense}${size} alt="${alt}"${position}>`
  const written = modern.map((renditions) => {
    const type = `image/${renditions[0]?.format ?? ''}`
    return `<source type="${type}" srcset="${writeDensities(renditions, link)}">`
  })
  return `<picture>${written.join('')}${img}</picture>`
}

/** A link to a file of ours or elsewhere, safe in an attribute. */
export function linkOf(url: string, baseUrl: string): string {
  return escapeLink(url.startsWith('/') ? baseUrl + url : url)
}

function writeDensities(renditions: readonly Rendition[], link: (url: string) => string): string {
  if (renditions.length === 1) return link(renditions[0]?.url ?? '')
  return renditions.map(({ url, density = 1 }) => `${link(url)} ${density}x`).join(', ')
}

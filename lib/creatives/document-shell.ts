import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeHtml } from './escape-html'
import { type Fragment, toFragment } from './fragment'
import { compileStyleSheet } from './style-sheet'
import { compileTeamStyleSheet } from './team-style-sheet'
import { type Direction, directionOfLocale, directionOfText } from './text-direction'

/** The beginning of an ad's document, up to its body. */
export interface Shell {
  readonly fragment: Fragment
  /** BCP 47 tag; `en` where the copy says none. */
  readonly language: string
  readonly direction: Direction
}

interface Speech {
  readonly language: string | null
  readonly direction: Direction
}

const SPEAKING_KINDS = ['headline', 'body', 'cta', 'disclaimer'] as const
const SILENT: Speech = { language: null, direction: 'ltr' }

const shells = new WeakMap<Design, Map<string, Shell>>()
const speeches = new WeakMap<SnapshotAsset, Speech>()

/** Made once for each design, size and language: an ad speaks, and runs, as its headline does. */
export function shellOf(
  design: Design,
  size: AdSize,
  byKind: ReadonlyMap<AssetKind, SnapshotAsset>,
  baseUrl: string,
): Shell {
  const { language, direction } = speechOf(byKind)
  const key = `${size}${direction}${language}${design.team ? baseUrl : ''}`
  const byKey = shells.get(design) ?? new Map<string, Shell>()
  shells.set(design, byKey)
  const known = byKey.get(key)
  if (known) return known
  const shell = {
    fragment: toFragment(writeShell(design, size, { language, direction }, baseUrl)),
    language: language ?? 'en',
    direction,
  }
  byKey.set(key, shell)
  return shell
}

function speechOf(byKind: ReadonlyMap<AssetKind, SnapshotAsset>): Speech {
  for (const kind of SPEAKING_KINDS) {
    const asset = byKind.get(kind)
    if (!asset?.text) continue
    const known = speeches.get(asset)
    if (known) return known
    const { locale, text } = asset
    // Copy that is plainly written the other way is believed more than its label.
    const byText = directionOfText(text)
    const direction = byText === 'rtl' || !locale ? byText : directionOfLocale(locale)
    const speech = { language: locale ?? null, direction }
    speeches.set(asset, speech)
    return speech
  }
  return SILENT
}

function writeShell(
  design: Design,
  size: AdSize,
  { language, direction }: Speech,
  baseUrl: string,
): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  const dir = direction === 'rtl' ? ' dir="rtl"' : ''
  const width = isFluid(size) ? 'device-width' : AD_SIZES[size].widthPx
  const { team } = design
  const policy = team ? writePolicy(baseUrl) : ''
  const style = team ? compileTeamStyleSheet(design, team, size) : compileStyleSheet(design, size)
  return `<!doctype html><html${lang}${dir}><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=${width}"><title>Advertisement</title><style>${style}</style></head><body>`
}

/**
 * Holds wherever the document is put, also where no header goes with it: nothing runs but our own
 * script of the frame, and nothing is loaded but our own pictures and videos.
 */
function writePolicy(baseUrl: string): string {
  const own = escapeHtml(baseUrl === '' ? "'self'" : baseUrl)
  const script = baseUrl === '' ? '&#39;none&#39;' : `${own}/frame.js`
  return `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src ${own} data:; media-src ${own}; style-src &#39;unsafe-inline&#39;; script-src ${script}; connect-src ${own}; base-uri &#39;none&#39;; form-action &#39;none&#39;">`
}

/** Why this ad: beside everything an ad shows, over all of it. Closes the document. */
export function writeEnd(whyUrl: string): string {
  return `<a class="y" href="${whyUrl}" target="_blank" rel="noopener"><span>Why this ad?</span><b aria-hidden="true">i</b></a></body></html>`
}

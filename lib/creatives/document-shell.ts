import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeHtml } from './escape-html'
import { type Fragment, toFragment } from './fragment'
import { compileStyleSheet } from './style-sheet'
import { type Direction, directionOfLocale, directionOfText } from './text-direction'

/** The beginning of an ad's document, up to its body. */
export interface Shell {
  readonly fragment: Fragment
  /** BCP 47 tag; `en` where the copy says none. */
  readonly language: string
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
): Shell {
  const { language, direction } = speechOf(byKind)
  const key = `${size}${direction}${language}`
  const byKey = shells.get(design) ?? new Map<string, Shell>()
  shells.set(design, byKey)
  const known = byKey.get(key)
  if (known) return known
  const shell = {
    fragment: toFragment(writeShell(design, size, { language, direction })),
    language: language ?? 'en',
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

function writeShell(design: Design, size: AdSize, { language, direction }: Speech): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  const dir = direction === 'rtl' ? ' dir="rtl"' : ''
  const width = isFluid(size) ? 'device-width' : AD_SIZES[size].widthPx
  return `<!doctype html><html${lang}${dir}><head><meta charset="utf-8"><meta name="viewport" content="width=${width}"><title>Advertisement</title><style>${compileStyleSheet(design, size)}</style></head><body>`
}

import type { AssetKind } from '@/lib/decision/snapshot'
import type { BrandKit } from './brand-kit'
import { checkColors } from './check-colors'
import { checkVoice, isForLocale, quoteList } from './check-voice'
import { createFinding, type Finding } from './finding'
import { findPhrases, foldWords } from './match-phrases'
import { describeSelector } from './select-assets'

/** What the brand kit looks at in an asset. */
export interface BrandAsset {
  readonly id: string
  readonly kind: AssetKind
  readonly text: string | null
  readonly locale: string
  readonly tags: readonly string[]
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** `#rrggbb`, the most common first. */
  readonly dominantColors: readonly string[]
  /** Of a colour theme: each colour by what it is for. */
  readonly themeColors: Readonly<Record<string, string>>
}

export interface BrandContext {
  /** What people call an asset that a rule names; null for one that is gone. */
  readonly nameOf: (assetId: string) => string | null
}

/**
 * Everything an asset breaks by itself, whatever it is shown with. Rules about several assets
 * (disclaimers, pairs, contrast) are proved over the combinations of a campaign instead.
 */
export function checkAsset(kit: BrandKit, asset: BrandAsset, context: BrandContext): Finding[] {
  const { text } = asset
  return [
    ...(text === null ? [] : checkVoice(kit, { ...asset, text })),
    ...(text === null ? [] : checkClaims(kit, asset, text, context)),
    ...checkColors(kit, listBrandColors(asset)),
    ...checkLogo(kit, asset),
  ]
}

/** The claims of a kit that a text makes. */
export function listClaims(
  { claims }: Pick<BrandKit, 'claims'>,
  text: string,
  locale: string,
): { claim: BrandKit['claims'][number]; found: string[] }[] {
  if (claims.length === 0) return []
  const folded = foldWords(text)
  return claims.flatMap((claim) => {
    if (!isForLocale(claim.locales, locale)) return []
    const found = findPhrases(folded, claim.phrases)
    return found.length > 0 ? [{ claim, found }] : []
  })
}

/** No more than a hint here: whether the disclaimer is there is a matter of the whole ad. */
function checkClaims(
  kit: BrandKit,
  { locale }: BrandAsset,
  text: string,
  { nameOf }: BrandContext,
): Finding[] {
  return listClaims(kit, text, locale).map(({ claim, found }) => {
    const disclaimer = describeSelector(claim.disclaimer, nameOf)
    return createFinding(
      'claim',
      { ...claim, severity: 'warn' },
      `${quoteList(found)} is a claim: every ad with it has to show ${disclaimer}.`,
      'Put the disclaimer into each campaign that uses this text.',
    )
  })
}

/** Photographs have colours of their own; logos and themes have the brand's. */
function listBrandColors({ kind, dominantColors, themeColors }: BrandAsset) {
  if (kind === 'theme') {
    return Object.entries(themeColors).map(([name, hex]) => ({
      label: `The colour “${name.replace(/Color$/, '')}”`,
      hex,
    }))
  }
  const main = kind === 'logo' ? dominantColors[0] : undefined
  return main === undefined ? [] : [{ label: 'Its main colour', hex: main }]
}

function checkLogo({ logo }: BrandKit, { kind, widthPx }: BrandAsset): Finding[] {
  if (!logo || kind !== 'logo' || widthPx === null || widthPx >= logo.minWidthPx) return []
  return [
    createFinding(
      'logo',
      logo,
      `It is ${widthPx} px wide; the logo may not be shown below ${logo.minWidthPx} px.`,
      'Upload a larger file.',
    ),
  ]
}

import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { escapeLink } from './escape-html'
import {
  countBytes,
  type Fragment,
  NO_FRAGMENT,
  renderBody,
  renderCta,
  renderDisclaimer,
  renderHeadline,
  renderPicture,
  toFragment,
} from './fragment'
import { layoutOf } from './layouts'
import { compileStyleSheet } from './style-sheet'
import type { Layout } from './template'

export interface CreativeInput {
  readonly design: Design
  /** The chosen asset of each slot. Of two of one kind the first is shown. */
  readonly assets: Readonly<Record<string, SnapshotAsset>>
  readonly size: AdSize
  readonly clickUrl: string
  readonly whyUrl: string
  /** Origin put before root-relative picture URLs, without a slash at its end; may be empty. */
  readonly baseUrl: string
}

export interface Creative {
  /** A whole HTML document without scripts; its only requests are its pictures. */
  readonly html: string
  /** The document and the pictures it loads, in bytes, before compression. */
  readonly weightBytes: number
}

// Snapshots are immutable, so what is made of their parts is kept as long as they are.
const shells = new WeakMap<Design, Map<AdSize, Fragment>>()
const fragments = new WeakMap<SnapshotAsset, Map<string, Fragment>>()

/**
 * Lays chosen assets out as the ad of one size. Total: a missing or unusable asset leaves its place
 * empty, an unsafe link becomes `#`, and no text can leave the element it is in.
 */
export function assembleCreative(input: CreativeInput): Creative {
  const { design, size, baseUrl } = input
  const layout = layoutOf(design.template, size)
  const byKind = firstOfKinds(input.assets)
  const has = (kind: AssetKind): boolean => byKind.has(kind)
  const part = (kind: AssetKind, role: string, render: (asset: SnapshotAsset) => Fragment) => {
    const asset = byKind.get(kind)
    return asset ? remember(asset, `${design.template}${size}${role}`, render) : NO_FRAGMENT
  }
  const picture = (kind: AssetKind, className: 'i' | 'k' | 'l') =>
    part(kind, className + baseUrl, (asset) => renderPicture(className, asset, size, baseUrl))

  const hasDisclaimer = has('disclaimer') && layout.disclaimerLines > 0
  const pieces: Pieces = {
    main: picture(has('image') ? 'image' : 'background', 'i'),
    backdrop: has('image') && !layout.shade ? picture('background', 'k') : NO_FRAGMENT,
    logo: layout.logo ? picture('logo', 'l') : NO_FRAGMENT,
    headline: part('headline', 'h', (asset) => renderHeadline(asset, layout)),
    body: part('body', hasDisclaimer ? 'bd' : 'b', (asset) =>
      renderBody(asset, layout, hasDisclaimer),
    ),
    cta: part('cta', 'c', (asset) => renderCta(asset, layout)),
    disclaimer: part('disclaimer', 'd', (asset) => renderDisclaimer(asset, layout)),
  }
  const shell = shellOf(design, size)
  const links = [escapeLink(input.clickUrl), escapeLink(input.whyUrl)] as const
  const html = arrange(shell.html, pieces, layout, links)
  return { html, weightBytes: weigh(html, shell, pieces, links) }
}

const PIECE_NAMES = ['main', 'backdrop', 'logo', 'headline', 'body', 'cta', 'disclaimer'] as const
type Pieces = Readonly<Record<(typeof PIECE_NAMES)[number], Fragment>>

function arrange(
  shell: string,
  pieces: Pieces,
  layout: Layout,
  [clickUrl, whyUrl]: readonly [string, string],
): string {
  const { main, backdrop, logo, headline, body, cta, disclaimer } = pieces
  const shade = layout.shade ? '<span class="g"></span>' : ''
  const logoIn = (where: Layout['logo']): string => (layout.logo === where ? logo.html : '')
  const side = layout.side ? `<span class="s">${logoIn('side')}${cta.html}</span>` : ''
  return `${shell}<a class="a${main.html ? '' : ' n'}" href="${clickUrl}" target="_blank" rel="noopener">${backdrop.html}${main.html}${shade}${logoIn('picture')}<span class="p"><span class="t">${logoIn('panel')}${headline.html}${body.html}</span>${side ? '' : cta.html}${disclaimer.html}</span>${side}</a><a class="y" href="${whyUrl}" target="_blank" rel="noopener"><span>Why this ad?</span><b aria-hidden="true">i</b></a></body></html>`
}

function weigh(
  html: string,
  shell: Fragment,
  pieces: Pieces,
  links: readonly [string, string],
): number {
  // Only texts may hold more bytes than characters; their surplus is known from when they were made.
  let surplus = shell.htmlBytes - shell.html.length
  let pictures = 0
  for (const name of PIECE_NAMES) {
    surplus += pieces[name].htmlBytes - pieces[name].html.length
    pictures += pieces[name].pictureBytes
  }
  for (const link of links) surplus += isAscii(link) ? 0 : countBytes(link) - link.length
  return html.length + surplus + pictures
}

function isAscii(text: string): boolean {
  return !/[^\u0020-\u007e]/.test(text)
}

function firstOfKinds(
  assets: Readonly<Record<string, SnapshotAsset>>,
): ReadonlyMap<AssetKind, SnapshotAsset> {
  const byKind = new Map<AssetKind, SnapshotAsset>()
  for (const asset of Object.values(assets)) {
    if (!byKind.has(asset.kind)) byKind.set(asset.kind, asset)
  }
  return byKind
}

function shellOf(design: Design, size: AdSize): Fragment {
  const bySize = shells.get(design) ?? new Map<AdSize, Fragment>()
  shells.set(design, bySize)
  const known = bySize.get(size)
  if (known) return known
  const shell = toFragment(
    `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=${isFluid(size) ? 'device-width' : AD_SIZES[size].widthPx}"><title>Advertisement</title><style>${compileStyleSheet(design, size)}</style></head><body>`,
  )
  bySize.set(size, shell)
  return shell
}

function remember(
  asset: SnapshotAsset,
  key: string,
  render: (asset: SnapshotAsset) => Fragment,
): Fragment {
  const byKey = fragments.get(asset) ?? new Map<string, Fragment>()
  fragments.set(asset, byKey)
  const known = byKey.get(key)
  if (known) return known
  const fragment = render(asset)
  byKey.set(key, fragment)
  return fragment
}

import type { AdSize } from '@/lib/decision/ad-size'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { fillTeamTemplate } from './assemble-team-creative'
import { type Shell, shellOf, writeEnd } from './document-shell'
import { escapeLink } from './escape-html'
import { fontKeyOf } from './font-stack'
import {
  countBytes,
  type Fragment,
  NO_FRAGMENT,
  renderBody,
  renderCta,
  renderDisclaimer,
  renderHeadline,
  renderPicture,
} from './fragment'
import { layoutOf } from './layouts'
import { countProducts, renderProducts } from './product-fragment'
import type { Layout } from './template'
import { applyTheme } from './apply-theme'
import { renderVideo } from './video-fragment'

export interface CreativeInput {
  readonly design: Design
  /** The chosen asset of each slot. Of two of one kind the first is shown. */
  readonly assets: Readonly<Record<string, SnapshotAsset>>
  readonly size: AdSize
  readonly clickUrl: string
  readonly whyUrl: string
  /** Origin put before root-relative picture URLs, without a slash at its end; may be empty. */
  readonly baseUrl: string
  /** Of the design's; the picture stands in where there are too few. */
  readonly products?: readonly ShownProduct[] | undefined
}

export interface Creative {
  /** A whole HTML document without scripts; its only requests are its pictures and its video. */
  readonly html: string
  /** The document and the pictures it loads, in bytes, before compression. */
  readonly weightBytes: number
  /** What a video adds after the ad is shown, in bytes. */
  readonly laterBytes: number
}

// Snapshots are immutable, so what is made of their parts is kept as long as they are.
const fragments = new WeakMap<SnapshotAsset, Map<string, Fragment>>()

/**
 * Lays chosen assets out as the ad of one size. Total: a missing or unusable asset leaves its place
 * empty, an unsafe link becomes `#`, and no text can leave the element it is in.
 */
export function assembleCreative(input: CreativeInput): Creative {
  const { size, baseUrl } = input
  const byKind = firstOfKinds(input.assets)
  const design = applyTheme(input.design, byKind.get('theme'))
  const links = [escapeLink(input.clickUrl), escapeLink(input.whyUrl)] as const
  const shell = shellOf(design, size, byKind, baseUrl)
  if (design.team) {
    const parts = fillTeamTemplate(
      { team: design.team, fonts: design.fonts, size, baseUrl },
      byKind,
    )
    return arrangeTeam(shell, parts, size, links)
  }
  const layout = layoutOf(design, size)
  const fontKey = fontKeyOf(design.fonts)
  const has = (kind: AssetKind): boolean => byKind.has(kind)
  const part = (kind: AssetKind, role: string, render: (asset: SnapshotAsset) => Fragment) => {
    const asset = byKind.get(kind)
    return asset
      ? remember(asset, `${design.template}${size}${role}${fontKey}`, render)
      : NO_FRAGMENT
  }
  const picture = (kind: AssetKind, className: 'i' | 'k' | 'l') =>
    part(kind, className + baseUrl, (asset) => renderPicture(className, asset, size, baseUrl))

  const look = { size, baseUrl, locale: shell.language }
  const count = input.products ? countProducts(design.template, layout) : 0
  const products = renderProducts(design, input.products ?? [], count, look)
  const video = part('video', `v${baseUrl}`, (asset) => renderVideo(asset, size, baseUrl))
  const moving = products === NO_FRAGMENT ? video : products
  const hasDisclaimer = has('disclaimer') && layout.disclaimerLines > 0
  const pieces: Pieces = {
    main: moving === NO_FRAGMENT ? picture(has('image') ? 'image' : 'background', 'i') : moving,
    backdrop: has('image') && !layout.shade ? picture('background', 'k') : NO_FRAGMENT,
    logo: layout.logo ? picture('logo', 'l') : NO_FRAGMENT,
    headline: part('headline', 'h', (asset) => renderHeadline(asset, layout)),
    body: part('body', hasDisclaimer ? 'bd' : 'b', (asset) =>
      renderBody(asset, layout, hasDisclaimer),
    ),
    cta: part('cta', 'c', (asset) => renderCta(asset, layout)),
    disclaimer: part('disclaimer', 'd', (asset) => renderDisclaimer(asset, layout)),
  }
  const html = arrange(shell.fragment.html, pieces, layout, links)
  const laterBytes = pieces.main.laterBytes
  return { html, weightBytes: weigh(html, shell.fragment, pieces, links), laterBytes }
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
  const shade = (layout.shade ?? layout.wide?.shade) ? '<span class="g"></span>' : ''
  const logoIn = (where: Layout['logo']): string => (layout.logo === where ? logo.html : '')
  const side = layout.side ? `<span class="s">${logoIn('side')}${cta.html}</span>` : ''
  return `${shell}<a class="a${main.html ? '' : ' n'}" href="${clickUrl}" target="_blank" rel="noopener">${backdrop.html}${main.html}${shade}${logoIn('picture')}<span class="p"><span class="t">${logoIn('panel')}${headline.html}${body.html}</span>${side ? '' : cta.html}${disclaimer.html}</span>${side}</a>${writeEnd(whyUrl)}`
}

/** A team's template in the frame it can't leave; the whole of it is the link. */
function arrangeTeam(
  shell: Shell,
  parts: Fragment,
  size: AdSize,
  [clickUrl, whyUrl]: readonly [string, string],
): Creative {
  const dir = shell.direction === 'rtl' ? ' dir="rtl"' : ''
  const open = `<div class="o"><a class="a t" href="${clickUrl}" target="_blank" rel="noopener" data-size="${size}"${dir}>`
  const close = `</a></div>${writeEnd(whyUrl)}`
  const weightBytes =
    shell.fragment.htmlBytes + countBytes(open) + parts.htmlBytes + countBytes(close)
  return {
    html: shell.fragment.html + open + parts.html + close,
    weightBytes: weightBytes + parts.pictureBytes,
    laterBytes: parts.laterBytes,
  }
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

import type { AdSize } from '@/lib/decision/ad-size'
import type { AssetKind, DesignFonts, SnapshotAsset } from '@/lib/decision/snapshot'
import type { TeamTemplate, TemplateSlot } from '@/lib/decision/team-template'
import { escapeHtml } from './escape-html'
import { fitText } from './fit-text'
import { fontKeyOf, writeFontStack } from './font-stack'
import { type Fragment, NO_FRAGMENT, toFragment } from './fragment'
import { pickSources, writePicture } from './picture-sources'
import { layoutOf } from './layouts'
import { lineHeightOf } from './team-layout'
import { textBoxOf } from './text-boxes'
import { writeVideo } from './video-fragment'

interface TeamPlace {
  readonly team: TeamTemplate
  readonly fonts?: DesignFonts | undefined
  readonly size: AdSize
  readonly baseUrl: string
}

type Kinds = ReadonlyMap<AssetKind, SnapshotAsset>

// Templates and assets are immutable, so what one makes of the other is kept as long as both are.
const filled = new WeakMap<TeamTemplate, WeakMap<SnapshotAsset, Map<string, Fragment>>>()
const plain = new WeakMap<TeamTemplate, Map<string, Fragment>>()

/** The pieces of a team's template, its slots filled: nothing is parsed, every text is escaped. */
export function fillTeamTemplate(place: TeamPlace, byKind: Kinds): Fragment {
  let html = ''
  let htmlBytes = 0
  let pictureBytes = 0
  let laterBytes = 0
  for (const [index, piece] of place.team.pieces.entries()) {
    const part =
      typeof piece === 'string' ? keepPlain(place, piece, index) : fillSlot(place, piece, byKind)
    html += part.html
    htmlBytes += part.htmlBytes
    pictureBytes += part.pictureBytes
    laterBytes += part.laterBytes
  }
  return { html, htmlBytes, pictureBytes, laterBytes }
}

function keepPlain({ team }: TeamPlace, html: string, index: number): Fragment {
  const known = plain.get(team) ?? new Map<string, Fragment>()
  plain.set(team, known)
  const key = `piece ${index}`
  const made = known.get(key) ?? toFragment(html)
  known.set(key, made)
  return made
}

function fillSlot(place: TeamPlace, slot: TemplateSlot, byKind: Kinds): Fragment {
  if (slot.hiddenIn.includes(place.size)) return NO_FRAGMENT
  const asset = findAsset(slot, byKind)
  if (!asset) return slot.box ? fillDefault(place, slot) : NO_FRAGMENT
  const byAsset = filled.get(place.team) ?? new WeakMap<SnapshotAsset, Map<string, Fragment>>()
  filled.set(place.team, byAsset)
  const bySize = byAsset.get(asset) ?? new Map<string, Fragment>()
  byAsset.set(asset, bySize)
  const key = `${place.size} ${slot.kind} ${place.baseUrl} ${fontKeyOf(place.fonts)}`
  const known = bySize.get(key)
  if (known) return known
  const made = slot.box ? fillText(place, slot, asset.text ?? '') : fillPicture(place, slot, asset)
  bySize.set(key, made)
  return made
}

/** As in the built-in layouts, a video or a lone background stands where the picture would. */
function findAsset({ kind }: TemplateSlot, byKind: Kinds): SnapshotAsset | undefined {
  if (kind !== 'image') return byKind.get(kind)
  return byKind.get('video') ?? byKind.get('image') ?? byKind.get('background')
}

function fillDefault(place: TeamPlace, slot: TemplateSlot): Fragment {
  const { team, size, fonts } = place
  const known = plain.get(team) ?? new Map<string, Fragment>()
  plain.set(team, known)
  const key = `${size} ${slot.kind} ${fontKeyOf(fonts)}`
  const made = known.get(key) ?? fillText(place, slot, slot.defaultTexts[size] ?? slot.defaultText)
  known.set(key, made)
  return made
}

function fillText({ team, fonts, size }: TeamPlace, slot: TemplateSlot, text: string): Fragment {
  const box = textBoxOf(slot.kind, layoutOf({ template: 'classic', team, fonts }, size))
  if (text === '' || !box) return NO_FRAGMENT
  const fit = fitText(text, box)
  const stack = writeFontStack(slot.kind === 'headline' ? fonts?.heading : fonts?.body)
  const weight = box.isBold ? 700 : 400
  const style = `font:${weight} ${fit.fontPx}px/${lineHeightOf(slot)} ${stack}!important;-webkit-line-clamp:${fit.lines}!important;max-width:${box.widthPx}px!important${fit.isBroken ? ';hyphens:auto!important' : ''}`
  return toFragment(
    `${slot.open}<span class="f" dir="auto" style="${style}">${escapeHtml(text)}</span>${slot.close}`,
  )
}

function fillPicture(
  { size, baseUrl }: TeamPlace,
  slot: TemplateSlot,
  asset: SnapshotAsset,
): Fragment {
  const sources = pickSources(asset.renditions, size)
  if (!sources) return NO_FRAGMENT
  const className = `i ${slot.classNames}`.trim()
  const alt = slot.kind === 'background' ? '' : asset.altText
  const isCropped = slot.kind !== 'logo'
  const poster = toFragment(
    writePicture(sources, { className, alt, baseUrl, isCropped }),
    sources.heaviestBytes,
  )
  return asset.kind === 'video' ? writeVideo(asset, poster, { className, size, baseUrl }) : poster
}

import { renderDecision } from '@/lib/creatives/render-decision'
import { resolveAssets } from '@/lib/creatives/resolve-assets'
import { AD_SIZES, isFluid } from '@/lib/decision/ad-size'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { AdLinks } from './ad-links'
import { writeAsciiJson } from './ascii-json'
import { writeAssetJson, writeProductsJson } from './asset-json'
import { writeReasonsJson } from './reasons-json'

export interface DecidedAd {
  readonly record: DecisionRecord
  readonly snapshot: Snapshot
  readonly token: string
  readonly links: AdLinks
  /** The click link begins with an exchange's address, text from outside. */
  readonly hasClickPrefix: boolean
  /** Why the viewer's data was or was not used, in sentences. */
  readonly consentReasons: readonly string[]
  readonly baseUrl: string
}

/** The assembled ad: a whole document without scripts. */
export function writeAdHtml({ record, snapshot, links, baseUrl }: DecidedAd): string {
  const own = { clickUrl: links.click, whyUrl: links.why, baseUrl }
  return renderDecision(snapshot, record, own).html
}

/** The same document, reporting by itself: for a plain iframe without our tag. */
export function writeFrameDocument(ad: DecidedAd): string {
  const { impression, viewable } = ad.links
  // Our own addresses with a base64url token: nothing in them needs escaping.
  const script = `<script async src="${ad.baseUrl}/frame.js" data-impression="${impression}" data-viewable="${viewable}"></script>`
  return writeAdHtml(ad).replace('</body></html>', `${script}</body></html>`)
}

/** What the tag needs and nothing else: it is sent with every ad. ASCII only. */
export function writeTagJson(ad: DecidedAd): string {
  const { widthPx, heightPx } = AD_SIZES[ad.record.size]
  const html = writeAsciiJson(writeAdHtml(ad))
  const fluid = isFluid(ad.record.size) ? '"isFluid":true,' : ''
  return `{"token":"${ad.token}","widthPx":${widthPx},"heightPx":${heightPx},${fluid}"html":${html}}`
}

/** The decision as data, for sites that draw the ad themselves. ASCII only. */
export function writeAdJson(ad: DecidedAd, withHtml: boolean): string {
  const { record, snapshot, token, links, baseUrl } = ad
  const { size } = record
  const { widthPx, heightPx } = AD_SIZES[size]
  let assets = ''
  const shown = resolveAssets(snapshot, record)
  for (const slot in record.assets) {
    const asset = shown[slot] ?? snapshot.assets[record.assets[slot] ?? '']
    if (!asset) continue
    const comma = assets === '' ? '' : ','
    assets += `${comma}${writeNameJson(slot)}:${writeAssetJson(asset, size, baseUrl)}`
  }
  const products = record.products
    ? `,"products":${writeProductsJson(snapshot.design, record.products, size, baseUrl)}`
    : ''
  const html = withHtml ? `,"html":${writeAsciiJson(writeAdHtml(ad))}` : ''
  const click = ad.hasClickPrefix ? writeAsciiJson(links.click) : `"${links.click}"`
  // Ids, tokens and our own addresses need no escaping; texts and a click macro do.
  return `{"decisionId":"${record.id}","arm":"${record.arm}","size":"${size}","widthPx":${widthPx},"heightPx":${heightPx},"assets":{${assets}}${products}${html},"landingUrl":${writeNameJson(record.landingUrl)},"token":"${token}","urls":{"impression":"${links.impression}","viewable":"${links.viewable}","click":${click},"why":"${links.why}"},"reasons":${writeReasonsJson(record, snapshot, ad.consentReasons)}}`
}

const MAX_REMEMBERED_NAMES = 2_000
const names = new Map<string, string>()

/** JSON of what comes again with every ad of a campaign: names of slots, landing pages. */
function writeNameJson(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  if (names.size >= MAX_REMEMBERED_NAMES) names.clear()
  const json = writeAsciiJson(name)
  names.set(name, json)
  return json
}

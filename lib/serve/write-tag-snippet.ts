import { escapeHtml } from '@/lib/creatives/escape-html'
import { type AdSize, reservedSize } from '@/lib/decision/ad-size'

/**
 * The snippet that puts an ad on a page. `attributes` are those of the tag without their `data-`;
 * empty ones are left out. `size` lets the tag reserve its place before the answer comes.
 */
export function writeTagSnippet(options: {
  origin: string
  placementId: string
  size: AdSize
  nonce?: string | null
  attributes?: Readonly<Record<string, string>>
}): string {
  const { origin, placementId, size, nonce, attributes = {} } = options
  const data = { placement: placementId, size: reservedSize(size), ...attributes }
  const written = Object.entries(data)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
  const nonceAttribute = nonce ? ` nonce="${escapeHtml(nonce)}"` : ''
  return `<script async src="${escapeHtml(origin)}/tag.js"${nonceAttribute}${written.join('')}></script>`
}

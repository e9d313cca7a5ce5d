import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

/** The ways to place an ad: tag, iframe and the address of the JSON decision. `origin` has no trailing slash. */
export function tagSnippets(
  origin: string,
  placement: { id: string; size: AdSize },
): { tag: string; iframe: string; json: string } {
  const { widthPx, heightPx } = AD_SIZES[placement.size]
  const serveUrl = `${origin}/api/serve/${placement.id}`
  return {
    tag: `<script async src="${origin}/tag.js" data-placement="${placement.id}" data-size="${placement.size}"></script>`,
    iframe: `<iframe src="${serveUrl}?format=html" width="${widthPx}" height="${heightPx}" style="border:0" scrolling="no" title="Advertisement"></iframe>`,
    json: `${serveUrl}?format=json`,
  }
}

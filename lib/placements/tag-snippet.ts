import { type AdSize, reservedSize } from '@/lib/decision/ad-size'

/** The ways to place an ad: tag, iframe and the address of the JSON decision. `origin` has no trailing slash. */
export function tagSnippets(
  origin: string,
  placement: { id: string; size: AdSize },
): { tag: string; iframe: string; json: string } {
  const [width, height] = reservedSize(placement.size).split('x')
  const serveUrl = `${origin}/api/serve/${placement.id}`
  return {
    tag: `<script async src="${origin}/tag.js" data-placement="${placement.id}" data-size="${width}x${height}"></script>`,
    iframe: `<iframe src="${serveUrl}?format=html" width="${width}" height="${height}" style="border:0" scrolling="no" title="Advertisement"></iframe>`,
    json: `${serveUrl}?format=json`,
  }
}

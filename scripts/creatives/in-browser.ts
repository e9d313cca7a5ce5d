import { existsSync } from 'node:fs'
import type { Page } from 'playwright'

export const CHROMIUM_PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
export const HAS_CHROMIUM = existsSync(CHROMIUM_PATH)

/** What a browser says of one ad: sentences, empty where all is well. */
export interface RenderedAd {
  /** Classes of the texts that are cut. */
  readonly cut: readonly string[]
  /** What lies outside of its place, or over something else. */
  readonly faults: readonly string[]
}

/**
 * Puts each document's body into the page's one document, whose style sheet they share, and looks
 * at its boxes. So thousands of ads of one layout and size take seconds.
 */
export function inspectAds(page: Page, bodies: readonly string[]): Promise<RenderedAd[]> {
  return page.evaluate((written) => {
    const results: { cut: string[]; faults: string[] }[] = []
    for (const body of written) {
      document.body.innerHTML = body
      const cut: string[] = []
      const faults: string[] = []
      const ad = document.querySelector('.a')?.getBoundingClientRect()
      const boxes: { name: string; rect: DOMRect }[] = []
      for (const element of document.querySelectorAll('.h,.b,.c,.d,.l,.y')) {
        const name = element.className
        const rect = element.getBoundingClientRect()
        if (rect.width === 0 || rect.height === 0) continue
        boxes.push({ name, rect })
        const style = getComputedStyle(element)
        // Lines are counted, for the marks of a letter may stick out of its line.
        const range = document.createRange()
        range.selectNodeContents(element)
        const tops = [...range.getClientRects()].map(({ top }) => top).sort((a, b) => a - b)
        let lines = 0
        let last = Number.NEGATIVE_INFINITY
        for (const top of tops) {
          if (top <= last + Number.parseFloat(style.fontSize) * 0.7) continue
          lines += 1
          last = top
        }
        const isClamped = 'hbd'.includes(name) && lines > Number(style.webkitLineClamp)
        const isWide = name === 'c' && element.scrollWidth > element.clientWidth + 1
        if (isClamped || isWide) cut.push(name)
        if (!ad) continue
        const out = Math.max(
          ad.left - rect.left,
          rect.right - ad.right,
          ad.top - rect.top,
          rect.bottom - ad.bottom,
        )
        if (out > 0.6) faults.push(`${name} lies ${out.toFixed(1)} px outside`)
      }
      for (let first = 0; first < boxes.length; first++) {
        for (let second = first + 1; second < boxes.length; second++) {
          const a = boxes[first]
          const b = boxes[second]
          if (!a || !b) continue
          const width = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left)
          const height = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top)
          if (width > 0.6 && height > 0.6) {
            faults.push(`${a.name} and ${b.name} overlap ${width.toFixed(0)}x${height.toFixed(0)}`)
          }
        }
      }
      results.push({ cut, faults })
    }
    return results
  }, bodies)
}

/** The part of an ad's document that differs between ads of one layout, size and direction. */
export function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body>') + '<body>'.length, html.indexOf('</body>'))
}

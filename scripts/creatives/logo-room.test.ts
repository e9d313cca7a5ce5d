import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromium, type Page, type Route } from 'playwright'
import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { measureLogo } from '@/lib/creatives/logo-room'
import { DEFAULT_DESIGN, type TemplateName, TEMPLATES, WIDE_PX } from '@/lib/creatives/template'
import { AD_SIZES, type AdSize, adSizeSchema, isFluid } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import { CHROMIUM_PATH, HAS_CHROMIUM } from './in-browser'

/** Wordmark, emblem, upright, and one that is smaller than its place. */
const SHAPES = [
  [160, 30],
  [60, 60],
  [30, 60],
  [40, 12],
] as const

const drawn = (kind: AssetKind, size: AdSize, [widthPx, heightPx]: readonly [number, number]) => {
  const url = `https://pictures.example/${widthPx}x${heightPx}.png`
  return {
    ...{ id: kind, kind, name: kind, text: null, altText: kind },
    renditions: [{ size, format: 'png', url, widthPx, heightPx, fileSizeBytes: 100 }],
  } satisfies SnapshotAsset
}

/** Answers with a picture of the size that its name says. */
async function servePicture(route: Route): Promise<void> {
  const [width = 1, height = 1] = (/(\d+)x(\d+)/.exec(route.request().url()) ?? [])
    .slice(1)
    .map(Number)
  const canvas = { width, height, channels: 3, background: '#b42318' } as const
  const body = await sharp({ create: canvas }).png().toBuffer()
  await route.fulfill({ body, contentType: 'image/png' })
}

const copy = (kind: AssetKind, text: string): SnapshotAsset => ({
  ...{ id: kind, kind, name: kind, text, altText: '', renditions: [] },
})

function createAd(template: TemplateName, size: AdSize, logo: SnapshotAsset, isFull: boolean) {
  const say = (length: number) => 'Dry feet on every path this autumn, '.repeat(9).slice(0, length)
  const texts = [
    copy('headline', say(isFull ? 90 : 8)),
    copy('cta', say(isFull ? 20 : 8)),
    ...(isFull ? [copy('body', say(180)), copy('disclaimer', say(90))] : []),
  ]
  const assets = [drawn('image', size, [300, 200]), logo, ...texts]
  return assembleCreative({
    ...{ design: { ...DEFAULT_DESIGN, template }, size, baseUrl: '' },
    assets: Object.fromEntries(assets.map((asset) => [asset.kind, asset])),
    ...{ clickUrl: 'https://ads.example/c', whyUrl: 'https://ads.example/w' },
  }).html
}

/** What a browser makes of it: the logo without its chip, and by how much it could grow. */
function inspectLogo(page: Page) {
  return page.evaluate(() => {
    const element = document.querySelector('.l')
    const ad = document.querySelector('.a')?.getBoundingClientRect()
    if (!element || !ad) return null
    const style = getComputedStyle(element)
    const outer = element.getBoundingClientRect()
    if (outer.width === 0) return null
    const inset = (side: string) => Number.parseFloat(style.getPropertyValue(`padding-${side}`))
    const logo = {
      left: outer.left + inset('left'),
      right: outer.right - inset('right'),
      top: outer.top + inset('top'),
      bottom: outer.bottom - inset('bottom'),
    }
    const others = [...document.querySelectorAll('.h,.b,.c,.d,.y')].flatMap((other) => {
      const range = document.createRange()
      range.selectNodeContents(other)
      const isBox = other.matches('.c,.y')
      const box = other.getBoundingClientRect()
      // Lines that are cut off are there, too, but nobody sees them.
      const lines = [...range.getClientRects()].filter(({ top }) => top < box.bottom - 1)
      return isBox ? [box] : lines
    })
    const distances = others
      .filter(({ width }) => width > 1)
      .map((other) =>
        Math.max(
          ...[other.left - logo.right, logo.left - other.right],
          ...[other.top - logo.bottom, logo.top - other.bottom],
        ),
      )
    return {
      widthPx: logo.right - logo.left,
      heightPx: logo.bottom - logo.top,
      clearPx: Math.min(
        ...[logo.left - ad.left, ad.right - logo.right],
        ...[logo.top - ad.top, ad.bottom - logo.bottom],
        ...distances,
      ),
    }
  })
}

const CELLS = TEMPLATES.flatMap(({ name }) =>
  adSizeSchema.options.map((size) => [name, size] as const),
)

describe.skipIf(!HAS_CHROMIUM)(
  `logos in a browser${HAS_CHROMIUM ? '' : ' (skipped: no Chromium)'}`,
  () => {
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] })
      page = await browser.newPage()
      await page.route('https://pictures.example/**', servePicture)
    }, 30_000)
    afterAll(() => browser.close())

    it.each(CELLS)('have the room that is claimed in %s at %s', async (template, size) => {
      for (const shape of SHAPES) {
        const logo = drawn('logo', size, shape)
        const claimed = measureLogo({ template }, size, logo)
        const seen = []
        for (const width of isFluid(size)
          ? [AD_SIZES[size].widthPx, WIDE_PX]
          : [AD_SIZES[size].widthPx]) {
          await page.setViewportSize({ width, height: AD_SIZES[size].heightPx })
          for (const isFull of [true, false]) {
            await page.setContent(createAd(template, size, logo, isFull))
            seen.push(await inspectLogo(page))
          }
        }
        const shown = seen.filter((one) => one !== null)
        expect(shown.length > 0).toBe(claimed !== null)
        if (!claimed) continue
        expect(Math.min(...shown.map(({ widthPx }) => widthPx))).toBeCloseTo(claimed.widthPx, 0)
        expect(Math.min(...shown.map(({ heightPx }) => heightPx))).toBeCloseTo(claimed.heightPx, 0)
        const least = Math.min(...shown.map(({ clearPx }) => clearPx))
        expect(least, `${shape.join('x')}: ${JSON.stringify(claimed)}`).toBeGreaterThan(
          claimed.clearPx - 1,
        )
      }
    })
  },
)

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, chromium, type Page } from 'playwright'
import { toDesignFonts } from '@/lib/brand/brand-fonts'
import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { fitText } from '@/lib/creatives/fit-text'
import { layoutOf } from '@/lib/creatives/layouts'
import { DEFAULT_DESIGN, TEMPLATES, WIDE_PX } from '@/lib/creatives/template'
import { textBoxOf } from '@/lib/creatives/text-boxes'
import { AD_SIZES, type AdSize, adSizeSchema, isFluid } from '@/lib/decision/ad-size'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { fixturePath, hasFixture, readFixture } from '@/scripts/testing/fixtures'
import { bodyOf, CHROMIUM_PATH, HAS_CHROMIUM, inspectAds } from './in-browser'

const NAUGHTY = 'attack/blns/blns.json'
const HEADLINES = 'bandit/upworthy/packages.dev.csv'
const HEADLINE_COUNT = 40
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const CLASSES = { headline: 'h', body: 'b', cta: 'c', disclaimer: 'd' } as const
const OWN_TEXTS = [
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen jetzt günstiger',
  'Жизнь начинается там, где заканчивается зона комфорта — новые маршруты',
  'Η νέα συλλογή του φθινοπώρου έφτασε στα καταστήματα',
  'מגפי הליכה עמידים במים במחיר מיוחד השבוע',
  'أحذية مشي مقاومة للماء بنصف السعر هذا الأسبوع',
  '全場半價優惠只限今個星期快啲嚟選購喇',
  '100 % off-grid/on-demand ready-made state-of-the-art one-of-a-kind walking-boots',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMM',
  'A',
]

const BRAND_TEXTS = [
  'Dry feet on every path this autumn, or your money back within thirty days',
  'Free returns until the end of January, in all of our shops and by mail',
]

const copy = (kind: AssetKind, text: string): SnapshotAsset => ({
  ...{ id: kind, kind, name: kind, text, altText: '', renditions: [] },
})

const withPicture = (kind: AssetKind, size: AdSize): SnapshotAsset => ({
  ...{ id: kind, kind, name: kind, text: null, altText: 'Boots' },
  renditions: [{ size, format: 'png', url: PIXEL, widthPx: 96, heightPx: 30, fileSizeBytes: 42 }],
})

/** Wider than the ads' own, and nothing of them is measured. */
const BRAND_FONTS = toDesignFonts({
  fonts: {
    ...{ heading: '"DejaVu Serif", serif', body: 'DejaVu Sans' },
    ...{ severity: 'warn', reason: 'Ours.', owner: 'Brand' },
  },
})

function createAd(design: Design, size: AdSize, text: string) {
  const kinds = ['headline', 'body', 'cta', 'disclaimer'] as const
  const texts = { headline: text.slice(0, 90), body: text.slice(0, 180), cta: text.slice(0, 25) }
  const copies = kinds.map((kind) =>
    copy(kind, kind === 'disclaimer' ? text.slice(0, 300) : texts[kind]),
  )
  const assets = Object.fromEntries(
    [withPicture('image', size), withPicture('logo', size), ...copies].map((asset) => [
      asset.kind,
      asset,
    ]),
  )
  const { html } = assembleCreative({
    ...{ design, assets, size },
    ...{ clickUrl: 'https://ads.example/c', whyUrl: 'https://ads.example/w', baseUrl: '' },
  })
  return { html, copies }
}

/** The kinds of copy that the layout itself says do not fit. */
function tellCut(design: Design, size: AdSize, isWide: boolean, copies: SnapshotAsset[]) {
  const narrow = layoutOf(design, size)
  const layout = isWide ? (narrow.wide ?? narrow) : narrow
  return copies.flatMap(({ kind, text }) => {
    const box = textBoxOf(kind, layout, true)
    return box && text && !fitText(text, box).fits ? [kind] : []
  })
}

/** Ours, the naughty strings, and some of the headlines that people really wrote. */
function readTexts(): string[] {
  const naughty = hasFixture(NAUGHTY) ? readFixture<string[]>(NAUGHTY) : []
  const headlines = hasFixture(HEADLINES)
    ? parse(readFileSync(fixturePath(HEADLINES)), { from: 2, columns: false }).map(
        (row: string[]) => row[2] ?? '',
      )
    : []
  const step = Math.ceil(headlines.length / HEADLINE_COUNT)
  const some = headlines.filter((_, index) => index % step === 0)
  return [...OWN_TEXTS, ...naughty, ...some].filter((text) => text.trim() !== '')
}

const CELLS = TEMPLATES.flatMap(({ name }) =>
  adSizeSchema.options.flatMap((size) =>
    (isFluid(size) ? [AD_SIZES[size].widthPx, WIDE_PX, 970] : [AD_SIZES[size].widthPx]).map(
      (widthPx) => [name, size, widthPx] as const,
    ),
  ),
)

describe.skipIf(!HAS_CHROMIUM)(
  `texts in a browser${HAS_CHROMIUM ? '' : ' (skipped: no Chromium)'}`,
  () => {
    const texts = readTexts()
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] })
      page = await browser.newPage()
    }, 30_000)
    afterAll(() => browser.close())

    /** What is wrong with the ads of some texts in one cell, and was not said. */
    async function findFaults(
      design: Design,
      size: AdSize,
      widthPx: number,
      given: readonly string[],
    ): Promise<string[]> {
      await page.setViewportSize({ width: widthPx, height: AD_SIZES[size].heightPx })
      const problems: string[] = []
      for (const isMirrored of [false, true]) {
        const ads = given
          .map((text) => ({ text, ...createAd(design, size, text) }))
          .filter(({ html }) => html.includes('dir="rtl"><head>') === isMirrored)
        const [first] = ads
        if (!first) continue
        await page.setContent(first.html)
        const seen = await inspectAds(
          page,
          ads.map(({ html }) => bodyOf(html)),
        )
        for (const [index, { cut, faults }] of seen.entries()) {
          const ad = ads[index]
          if (!ad) continue
          const told = tellCut(design, size, widthPx >= WIDE_PX, ad.copies).map(
            (kind) => CLASSES[kind as keyof typeof CLASSES],
          )
          // Piles of marks reach into other lines, so their lines cannot be told apart.
          const isPile = /\p{M}{3}|\p{M}{2}\P{M}+\p{M}{2}/u.test(ad.text)
          const untold = isPile ? [] : cut.filter((name) => !told.some((known) => known === name))
          for (const fault of [...untold.map((name) => `${name} is cut`), ...faults]) {
            problems.push(`${fault}: ${ad.text.slice(0, 60)}`)
          }
        }
      }
      return problems
    }

    it.each(CELLS)(
      'stay in their places in %s at %s, %i px wide, and are cut only where that is said',
      async (template, size, widthPx) => {
        // Every text meets a third of the cells; ours meet all.
        const turn = CELLS.findIndex(
          ([...cell]) => cell.join() === [template, size, widthPx].join(),
        )
        const given = texts.filter(
          (text, index) => OWN_TEXTS.includes(text) || index % 3 === turn % 3,
        )
        const design = { ...DEFAULT_DESIGN, template }
        expect(await findFaults(design, size, widthPx, given)).toEqual([])
      },
      60_000,
    )

    it.each(CELLS)(
      'do so in a brand’s wider fonts in %s at %s, %i px wide',
      async (template, size, widthPx) => {
        const design = { ...DEFAULT_DESIGN, template, ...(BRAND_FONTS && { fonts: BRAND_FONTS }) }
        expect(await findFaults(design, size, widthPx, [...OWN_TEXTS, ...BRAND_TEXTS])).toEqual([])
      },
      60_000,
    )
  },
)

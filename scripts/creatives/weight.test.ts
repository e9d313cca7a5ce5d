import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMaster } from '@/lib/assets/server/process-image'
import { renderRenditions } from '@/lib/assets/server/render-renditions'
import { toSnapshotAsset } from '@/lib/assets/snapshot-asset'
import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { heaviestProducts } from '@/lib/creatives/pick-products'
import { DEFAULT_DESIGN, TEMPLATES } from '@/lib/creatives/template'
import { AD_SIZES, adSizeSchema } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset, SnapshotProduct } from '@/lib/decision/snapshot'
import { drawWordmark } from '@/scripts/seed/pictures/logo'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import { renderLogo, renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { CHROMIUM_PATH, HAS_CHROMIUM } from './in-browser'

/** IAB LEAN: requests of the initial load. */
const MAX_REQUESTS = 10
const CENTRE = { focalX: 0.5, focalY: 0.5 }
const CELLS = TEMPLATES.flatMap(({ name }) =>
  adSizeSchema.options.map((size) => [name, size] as const),
)

const PRODUCTS = ({ renditions }: SnapshotAsset) =>
  [1, 2, 3].map((number): SnapshotProduct => ({
    ...{ id: `p${number}`, name: `Jacket ${number}`, priceMicros: 129_900_000 },
    ...{ currency: 'EUR', renditions, landingUrl: `https://shop.example/${number}` },
  }))

describe.skipIf(!HAS_CHROMIUM)(
  `the weight of ads in a browser${HAS_CHROMIUM ? '' : ' (skipped: no Chromium)'}`,
  () => {
    const files = new Map<string, { type: string; bytes: Buffer }>()
    let documentHtml = ''
    let server: Server
    let browser: Browser
    let image: SnapshotAsset
    let logo: SnapshotAsset
    let product: SnapshotAsset

    /** A picture as the pipeline of uploads keeps it. */
    async function createPicture(
      kind: 'image' | 'logo' | 'product',
      file: Buffer,
    ): Promise<SnapshotAsset> {
      const made = await makeMaster(file)
      if (made.kind !== 'ok') throw new Error('The picture of the test is not usable.')
      const { master } = made
      const renditions = await renderRenditions(master.pixels, kind, CENTRE)
      return toSnapshotAsset({
        ...{ id: kind, name: kind, text: null, altText: 'A picture', ...CENTRE },
        kind: kind === 'product' ? 'logo' : kind,
        ...{ widthPx: master.widthPx, heightPx: master.heightPx },
        renditions: renditions.map(({ bytes, ...rendition }) => {
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          const url = `/assets/blobs/${sha256}.${rendition.format}`
          files.set(url, { type: `image/${rendition.format}`, bytes })
          return { ...rendition, sha256, fileSizeBytes: bytes.byteLength }
        }),
      })
    }

    beforeAll(async () => {
      const photo = PICTURES.find(({ name }) => name === 'Rain in town') ?? PICTURES[0]
      if (!photo) throw new Error('The seed has no picture.')
      const drawn = await renderPhoto(photo.draw(1))
      image = await createPicture('image', drawn)
      product = await createPicture('product', drawn)
      logo = await createPicture('logo', await renderLogo(drawWordmark('#14532d')))
      server = createServer((request, response) => {
        const file = files.get(request.url ?? '')
        response.writeHead(request.url === '/' || file ? 200 : 404, {
          'content-type': file?.type ?? 'text/html; charset=utf-8',
        })
        response.end(request.url === '/' ? documentHtml : file?.bytes)
      }).listen(0, '127.0.0.1')
      browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox'] })
    }, 240_000)
    afterAll(async () => {
      await browser.close()
      server.close()
    })

    it.each(CELLS)(
      'is within the limit of the IAB, in at most 10 requests, in %s at %s',
      async (template, size) => {
        const { port } = server.address() as AddressInfo
        const baseUrl = `http://127.0.0.1:${port}`
        const copy = (kind: AssetKind, text: string): SnapshotAsset => ({
          ...{ id: kind, kind, name: kind, text, altText: '', locale: 'en', renditions: [] },
        })
        const design = { ...DEFAULT_DESIGN, template, products: PRODUCTS(product) }
        const products = heaviestProducts(design, size)
        for (const items of products ? [undefined, products] : [undefined]) {
          const creative = assembleCreative({
            design,
            assets: {
              ...{ image, logo },
              headline: copy('headline', 'Walk further, stay dry: boots for wet autumn days'),
              body: copy('body', 'Waterproof, repairable, and free to return within 60 days.'),
              cta: copy('cta', 'Shop boots'),
              disclaimer: copy('disclaimer', 'Offer ends 30 November. Terms apply.'),
            },
            ...{ size, clickUrl: `${baseUrl}/c`, whyUrl: `${baseUrl}/w`, baseUrl, products: items },
          })
          documentHtml = creative.html
          for (const deviceScaleFactor of [1, 2]) {
            const { widthPx, heightPx, initialKb } = AD_SIZES[size]
            const page = await browser.newPage({
              viewport: { width: widthPx, height: heightPx },
              deviceScaleFactor,
            })
            const sizes: Promise<{ bytes: number; status: number }>[] = []
            page.on('requestfinished', (request) => {
              const measured = Promise.all([request.sizes(), request.response()])
              sizes.push(
                measured.then(([{ responseBodySize, responseHeadersSize }, response]) => ({
                  bytes: responseBodySize + responseHeadersSize,
                  status: response?.status() ?? 0,
                })),
              )
            })
            await page.goto(`${baseUrl}/`, { waitUntil: 'load' })
            // The favicon of a page of its own is no part of an ad in a frame.
            const loaded = (await Promise.all(sizes)).filter(({ status }) => status === 200)
            await page.close()
            expect(loaded.length).toBeGreaterThan(1)
            expect(loaded.length).toBeLessThanOrEqual(MAX_REQUESTS)
            const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0)
            expect(bytes).toBeLessThanOrEqual(initialKb * 1_000)
            // What is promised before anything is sent is never less than what is sent.
            const promised = measureCreativeWeight(creative, size).weightBytes
            expect(promised).toBeGreaterThanOrEqual(bytes - loaded.length * 500)
          }
        }
      },
      60_000,
    )
  },
)

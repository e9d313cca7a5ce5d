import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { campaignDetailSchema, publishedSchema } from '@/lib/campaigns/campaign-api'
import type { BlobStore } from '@/lib/assets/server/blob-store'
import { signBody } from '@/lib/http/signed-body'
import { productListSchema } from '@/lib/products/product'
import { renderPlanSchema } from '@/lib/render-checks/render-check'
import { previewSchema } from '@/lib/serve/preview-api'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, DESIGN, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
const SOON = { timeout: 15_000, interval: 20 }
let world: World
let feed: { id: string; secret: string }
let shop: Server
let shopUrl: string
/** Paths that the shop was asked for. */
const asked: string[] = []

beforeAll(async () => {
  world = await buildWorld(studio, 'products')
  feed = z.object({ id: z.string(), secret: z.string() }).parse(
    await expectDone(studio, 'POST /api/v1/feeds', {
      ...{ as: world.owner, body: { kind: 'stock', name: 'Shop' } },
    }),
  )
  const picture = await sharp({
    create: { width: 640, height: 480, channels: 3, background: '#3b6ea5' },
  })
    .jpeg()
    .toBuffer()
  shop = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/missing.jpg') return response.writeHead(404).end()
    if (request.url === '/page.html') return response.end('<html>no picture</html>')
    return response.end(picture)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
afterAll(async () => {
  shop.close()
  await studio.close()
})

async function push(content: string, contentType = 'text/csv') {
  const headers = { 'x-intarsia-signature': signBody(feed.secret, content, Date.now()) }
  const raw = { contentType, content }
  return expectDone(studio, 'POST /api/feeds/{feedId}', {
    ...{ params: { feedId: feed.id }, headers, raw },
  })
}

const HEADER = 'id,title,link,image_link,price,availability\n'
const row = (
  id: string,
  { price = '129.90 EUR', stock = 'in stock', picture = `${id}.jpg` } = {},
) =>
  `${id},Rain coat ${id},https://shop.example/${id}?ref=feed,${shopUrl}/${picture},${price},${stock}\n`
const pushRows = (...rows: string[]) => push(HEADER + rows.join(''))

async function fetchPictures(store?: BlobStore): Promise<number> {
  const { fetchProductPictures } = await import('@/lib/products/server/fetch-product-pictures')
  return fetchProductPictures(studio.db, 20_000, {
    fetch: { allowAddresses: ['127.0.0.1'] },
    ...(store && { store }),
  })
}

async function listProducts(query: Record<string, string> = {}) {
  return productListSchema.parse(
    await expectDone(studio, 'GET /api/v1/products', { as: world.owner, query }),
  )
}

async function saveDesign(design: object) {
  const as = world.owner
  const params = { campaignId: world.ids.campaign }
  const { editVersion, slots } = campaignDetailSchema.parse(
    await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}', { as, params }),
  )
  const body = {
    ...{ editVersion, design: { ...DESIGN, ...design } },
    slots: slots.map(({ key, kind, assets }) => ({
      ...{ key, kind, assetIds: assets.map(({ id }) => id) },
    })),
  }
  return studio.call('PUT /api/v1/campaigns/{campaignId}/assets', { as, params, body })
}

async function hasUnpublishedChanges(): Promise<boolean> {
  const call = { as: world.owner, params: { campaignId: world.ids.campaign } }
  return campaignDetailSchema.parse(
    await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}', call),
  ).hasUnpublishedChanges
}

const publish = () =>
  studio.call('POST /api/v1/campaigns/{campaignId}/publish', {
    ...{ as: world.owner, params: { campaignId: world.ids.campaign } },
  })

const servedSchema = z.object({
  ...{ decisionId: z.string(), arm: z.string(), html: z.string(), landingUrl: z.string() },
  urls: z.object({ impression: z.string() }),
  products: z
    .array(z.object({ id: z.string(), priceMicros: z.number().nullable(), name: z.string() }))
    .optional(),
})

/** An ad of the dynamic arm: the benchmark of the holdout is static. */
async function serve(arm = 'dynamic') {
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await studio.fetchAd(`/api/serve/${world.ids.placement}?format=json&html=1`, {
      headers: { 'user-agent': BROWSER },
    })
    const ad = servedSchema.parse(await answer.json())
    if (ad.arm === arm) return ad
  }
  throw new Error(`no ad of the arm ${arm}`)
}
const idsOf = (ad: Awaited<ReturnType<typeof serve>>) => ad.products?.map(({ id }) => id)

describe('products of a shop', () => {
  it('come with its feed, and their pictures a little later', async () => {
    await pushRows(row('a'), row('b'), row('c'), row('d'), row('e', { picture: 'missing.jpg' }))
    const before = await listProducts()
    expect(before.items).toHaveLength(5)
    expect(before.items[0]).toMatchObject({
      ...{ key: 'a', title: 'Rain coat a', priceMicros: 129_900_000, currency: 'EUR' },
      ...{ isInStock: true, picture: { kind: 'waiting' } },
    })
    expect(await fetchPictures()).toBe(5)
    const { items } = await listProducts()
    const picture = items[0]?.picture
    const [shown] = picture?.kind === 'ready' ? picture.renditions : []
    expect(shown).toMatchObject({ size: '300x250', widthPx: 299, heightPx: 224, density: 2 })
    expect(items[4]?.picture).toEqual({
      ...{ kind: 'failed', reason: 'The shop answered with status 404.' },
    })
    const { GET } = await import('@/app/assets/blobs/[file]/route')
    const file = shown?.url.split('/').at(-1) ?? ''
    const blob = await GET(new Request('http://x/'), { params: Promise.resolve({ file }) })
    expect(blob.headers.get('content-type')).toBe('image/webp')
    // Neither what is there nor what has just failed is asked for again.
    asked.length = 0
    await pushRows(row('a'), row('e', { picture: 'missing.jpg' }))
    expect(await fetchPictures()).toBe(0)
    expect(asked).toEqual([])
  })

  it('are found by title or key, page by page', async () => {
    expect((await listProducts({ search: 'COAT B' })).items.map(({ key }) => key)).toEqual(['b'])
    expect((await listProducts({ search: '%' })).items).toEqual([])
    expect((await listProducts({ keys: 'd,a,x' })).items.map(({ key }) => key)).toEqual(['a', 'd'])
    const first = await listProducts({ limit: '3' })
    const second = await listProducts({ limit: '3', cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ key }) => key).join('')).toBe('abcde')
    expect(second.nextCursor).toBeNull()
  })

  it('are another workspace’s secret', async () => {
    const stranger = await buildWorld(studio, 'stranger')
    const { items } = productListSchema.parse(
      await expectDone(studio, 'GET /api/v1/products', { as: stranger.owner }),
    )
    expect(items).toEqual([])
  })

  it('can be chosen if the workspace has them, and published once they have pictures', async () => {
    expect((await saveDesign({ template: 'grid', products: ['a', 'nowhere'] })).status).toBe(422)
    expect((await saveDesign({ template: 'grid', products: ['a', 'a', 'b'] })).status).toBe(400)
    expect((await saveDesign({ template: 'grid', products: ['a', 'b', 'e'] })).status).toBe(200)
    // Whoever chooses it wants its picture now, though it has just failed.
    asked.length = 0
    expect(await fetchPictures()).toBe(1)
    expect(asked).toEqual(['/missing.jpg'])
    const refused = await publish()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('“Rain coat e” has no picture yet')
    expect((await saveDesign({ template: 'grid', products: ['a', 'b'] })).status).toBe(200)
    expect((await publish()).text).toContain('This layout shows 3 products')
    await saveDesign({ template: 'grid', products: ['a', 'b', 'c', 'd'] })
    publishedSchema.parse((await publish()).json())
  })

  it('are in ads as long as they are in stock, at the price of the moment', async () => {
    const ad = await vi.waitFor(async () => {
      const served = await serve()
      expect(idsOf(served)).toEqual(['a', 'b', 'c'])
      return served
    }, SOON)
    expect(ad.html.match(/class="q"/g)).toHaveLength(3)
    expect(ad.html).toContain('€129.90')
    expect(ad.landingUrl).toBe('https://shop.example/boots')

    await pushRows(row('a', { price: '99 EUR' }), row('b', { stock: 'out of stock' }))
    const later = await vi.waitFor(async () => {
      const served = await serve()
      expect(idsOf(served)).toEqual(['a', 'c', 'd'])
      return served
    }, SOON)
    expect(later.html).toContain('€99.00')
    expect(later.products?.[0]).toMatchObject({ priceMicros: 99_000_000, name: 'Rain coat a' })

    await pushRows(row('c', { stock: 'out of stock' }))
    await vi.waitFor(async () => expect(idsOf(await serve())).toBeUndefined(), SOON)
    const held = await serve('holdout')
    expect(held.html).not.toContain('class="q"')
    await pushRows(row('b'), row('c'))
    await vi.waitFor(async () => expect(idsOf(await serve())).toEqual(['a', 'b', 'c']), SOON)
    expect((await serve('holdout')).html).not.toContain('class="q"')
  })

  it('are previewed as they are served, and with the stock that somebody imagines', async () => {
    const as = world.owner
    const params = { campaignId: world.ids.campaign }
    const preview = async (fields: Record<string, string>) => {
      const body = { size: '300x250', seeds: [1], as: { fields } }
      const answer = previewSchema.parse(
        await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/preview', {
          ...{ as, params, body },
        }),
      )
      const [ad] = answer.kind === 'ok' ? answer.ads : []
      return { html: ad?.html ?? '', products: ad?.products }
    }
    const tiles = (html: string) => [...html.matchAll(/<span class="x">.*?<\/span>/g)].join('')
    const served = (await serve()).html.replaceAll(/https?:\/\/[^/"]+\/assets\//g, '/assets/')
    expect(tiles(served)).not.toBe('')
    expect(tiles((await preview({})).html)).toBe(tiles(served))
    const imagined = await preview({ 'stock.a': 'out_of_stock' })
    expect(imagined.html).not.toContain('Rain coat a')
    expect(imagined.products?.shown.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
    const few = await preview({ 'stock.a': 'out_of_stock', 'stock.b': 'out_of_stock' })
    expect(few.products).toEqual({ needed: 3, shown: [] })
  })

  it('are drawn by the rendered check, and so is the picture that stands in for them', async () => {
    const plan = renderPlanSchema.parse(
      await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}/render-check', {
        ...{ as: world.owner, params: { campaignId: world.ids.campaign } },
      }),
    )
    const cells = plan.kind === 'ok' ? plan.cells : []
    expect(cells.filter(({ products }) => products).length).toBe(cells.length / 2)
    expect(cells.find(({ products }) => products)?.products?.map(({ id }) => id)).toEqual([
      ...['a', 'b', 'c'],
    ])
  })

  it('are in the record of a decision, which is drawn and decided again from it', async () => {
    const ad = await serve()
    const { pathname, search } = new URL(ad.urls.impression)
    await studio.fetchAd(pathname + search, { headers: { 'user-agent': BROWSER } })
    const view = await vi.waitFor(async () => {
      const params = { decisionId: ad.decisionId }
      const answer = await studio.call('GET /api/v1/decisions/{decisionId}', {
        ...{ as: world.owner, params },
      })
      expect(answer.status).toBe(200)
      return z
        .object({
          replay: z.unknown(),
          html: z.string(),
          record: z.object({ products: z.array(z.object({ id: z.string() })) }),
        })
        .parse(answer.json())
    }, SOON)
    expect(view.replay).toEqual({ kind: 'identical' })
    expect(view.record.products.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(view.html).toContain('€99.00')
  })

  it('do not call a campaign changed when only prices are', async () => {
    await pushRows(row('a', { price: '89 EUR' }))
    expect(await hasUnpublishedChanges()).toBe(false)
  })

  it.each([
    ['their value has expired', (end: string) => ({ expiresAt: end }), () => ({})],
    ['their price has ended', () => ({}), (end: string) => ({ priceEndsAt: end })],
  ])('are not in ads once %s, and are no change of the campaign', async (_, item, more) => {
    const soon = new Date(Date.now() + 1_500).toISOString()
    const value = {
      ...{ availability: 'in_stock', priceMicros: 1_000_000, currency: 'EUR' },
      ...more(soon),
    }
    const items = [{ key: 'a', value, ...item(soon) }]
    await push(JSON.stringify({ items }), 'application/json')
    await vi.waitFor(async () => {
      expect((await serve()).products?.[0]).toMatchObject({ id: 'a', priceMicros: 1_000_000 })
    }, SOON)
    await vi.waitFor(async () => expect(idsOf(await serve())).toEqual(['b', 'c', 'd']), SOON)
    expect((await listProducts({ keys: 'a' })).items[0]).toMatchObject({ isInStock: null })
    expect(await hasUnpublishedChanges()).toBe(false)
    await pushRows(row('a'))
  })

  it('lead to their own page where one is shown alone', async () => {
    await saveDesign({ template: 'spotlight', products: ['b', 'a'] })
    publishedSchema.parse((await publish()).json())
    await vi.waitFor(async () => expect(idsOf(await serve())).toEqual(['b']), SOON)
    expect((await serve()).landingUrl).toBe('https://shop.example/b?ref=feed')
  })

  it('keep the picture they have until another one is there', async () => {
    await pushRows(row('b', { picture: 'page.html' }))
    expect(await fetchPictures()).toBe(1)
    const [kept] = (await listProducts({ keys: 'b' })).items
    expect(kept?.picture.kind).toBe('ready')
    await pushRows(row('b', { picture: 'b-2.jpg' }))
    expect(await fetchPictures()).toBe(1)
    const row2 = await studio.db.product.findFirstOrThrow({
      where: { workspaceId: world.workspaceId, key: 'b' },
    })
    expect(row2).toMatchObject({ fetchedUrl: `${shopUrl}/b-2.jpg`, failure: null })
  })

  it('wait for a store that keeps nothing now, without holding up others', async () => {
    const full = async () => Promise.reject(new Error('disk full'))
    const { getBlobStore } = await import('@/lib/assets/server/get-blob-store')
    const broken = { ...getBlobStore(), write: full }
    await pushRows(row('a', { picture: 'a-2.jpg' }), row('c', { picture: 'c-2.jpg' }))
    expect(await fetchPictures(broken)).toBe(2)
    const rows = await studio.db.product.findMany({ where: { key: { in: ['a', 'c'] } } })
    expect(rows.map(({ failure, failedAttempts }) => [failure, failedAttempts])).toEqual([
      ['It could not be worked on. It is tried again later.', 1],
      ['It could not be worked on. It is tried again later.', 1],
    ])
  })
})

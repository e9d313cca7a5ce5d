import { expect } from '@playwright/test'
import { z } from 'zod'
import { signBody } from '@/lib/http/signed-body'
import { renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import type { Call, Caller, Routes } from '@/scripts/testing/http-studio'
import { BROWSER, DESIGN, expectDone, MAPPING, OBJECTIVES } from '@/scripts/testing/http-world'

const createdSchema = z.looseObject({ id: z.string() })
const servedSchema = z.object({
  decisionId: z.string(),
  token: z.string(),
  urls: z.object({ impression: z.url() }),
})
const COPY_KINDS = ['headline', 'body', 'cta', 'disclaimer'] as const

export interface HostileWorkspace {
  readonly workspaceId: string
  readonly campaignId: string
  readonly placementId: string
  readonly decisionId: string
  readonly token: string
}

/** A workspace with a published campaign, in which everything that can be named is named `texts`. */
export async function createHostileWorkspace(
  routes: Routes,
  callerOf: (workspaceId?: string) => Promise<Caller>,
  texts: readonly string[],
): Promise<HostileWorkspace> {
  const [name = ''] = texts
  const stranger = { as: await callerOf(), body: { name } }
  const workspace = await expectDone(routes, 'POST /api/v1/workspaces', stranger)
  const { id: workspaceId } = createdSchema.parse(workspace)
  const as = await callerOf(workspaceId)
  const done = (operation: string, call: Call) => expectDone(routes, operation, { as, ...call })
  /** Some texts are refused for a field, as they may be: then there is no id. */
  const attempt = async (operation: string, call: Call): Promise<string[]> => {
    const { status, json } = await routes.call(operation, { as, ...call })
    expect(status, operation).toBeLessThan(500)
    return status < 300 ? [createdSchema.parse(json()).id] : []
  }

  const copySlots = await Promise.all(
    COPY_KINDS.map(async (kind) => {
      const copies = texts.map((text) => ({ kind, text, name: text, tags: [text.slice(0, 30)] }))
      const ids = await Promise.all(
        copies.map((body) => attempt('POST /api/v1/assets/copy', { body })),
      )
      return { key: kind as string, kind: kind as string, assetIds: ids.flat() }
    }),
  )
  const image = await upload(done, name, texts[1] ?? '')
  const slots = [...copySlots, { key: 'image', kind: 'image', assetIds: [image] }]
  const assetIds = slots.flatMap((slot) => slot.assetIds)
  for (const action of ['submit', 'approve']) {
    await done('POST /api/v1/assets/state', { body: { action, assetIds } })
  }
  const condition = { kind: 'compare', field: 'page.category', operator: 'equals', value: name }
  const all: string[] = []
  for (const text of texts) {
    const segment = { name: text, description: text, condition: { ...condition, value: text } }
    all.push(...(await attempt('POST /api/v1/segments', { body: segment })))
    const key = { name: text, scopes: ['read'] }
    await attempt('POST /api/v1/api-keys', { body: key })
    const placement = { name: text, size: '300x250', pageCategory: text }
    await attempt('POST /api/v1/placements', { body: placement })
    await importCustomers(routes, as, text)
  }
  const feed = await done('POST /api/v1/feeds', { body: { kind: 'promotion', name } })
  await pushPromotion(done, feed, name)
  const placement = { name, size: '300x250', pageCategory: name }
  const placementId = createdSchema.parse(
    await done('POST /api/v1/placements', { body: placement }),
  ).id
  const campaign = await done('POST /api/v1/campaigns', { body: { name } })
  const campaignId = createdSchema.parse(campaign).id
  const effect = { kind: 'prefer', slot: 'headline', assetIds: [slots[0]?.assetIds[0]], weight: 2 }
  const landingUrl = `https://shop.example/?q="><script>alert(1)</script>`
  const steps = {
    objectives: { name, objectives: { ...OBJECTIVES, landingUrl, successCriteria: name } },
    assets: { design: DESIGN, slots },
    segments: { segmentIds: all },
    rules: { rules: [{ name, enabled: true, condition: { kind: 'not', of: condition }, effect }] },
    pilot: {
      pilot: {
        segmentIds: [],
        slotKeys: slots.map(({ key }) => key),
        placementIds: [placementId],
        trafficShare: 1,
        holdoutShare: 0,
        benchmark: Object.fromEntries(slots.map(({ key, assetIds: [first] }) => [key, first])),
      },
    },
  }
  const params = { campaignId }
  for (const [editVersion, [step, body]] of Object.entries(steps).entries()) {
    const operation = `PUT /api/v1/campaigns/{campaignId}/${step}`
    await done(operation, { params, body: { editVersion, ...body } })
  }
  await done('POST /api/v1/campaigns/{campaignId}/publish', { params })
  return { workspaceId, campaignId, placementId, ...(await see(routes, placementId)) }
}

type Done = (operation: string, call: Call) => Promise<unknown>

async function upload(done: Done, fileName: string, altText: string): Promise<string> {
  const [picture] = PICTURES
  if (!picture) throw new Error('There is no picture.')
  const content = await renderPhoto(picture.draw(1))
  const answer = await done('POST /api/v1/assets', {
    query: { fileName: `${fileName}.jpg`, altText },
    raw: { contentType: 'image/jpeg', content },
  })
  return z.looseObject({ asset: createdSchema }).parse(answer).asset.id
}

/** Two rows: one that is taken, one that is refused and listed. */
async function importCustomers(routes: Routes, as: Caller, text: string): Promise<void> {
  const mapping = { ...MAPPING, idColumn: 'id' }
  const body = { kind: 'csv', name: text, mapping }
  const created = await routes.call('POST /api/v1/sources', { as, body })
  if (created.status >= 300) return
  const cell = `"${text.replaceAll('"', '""')}"`
  const content = `id,consent,tier\n${cell},yes,${cell}\n,${cell},${cell}\n`
  const { status } = await routes.call('POST /api/v1/sources/{sourceId}/imports', {
    as,
    params: { sourceId: createdSchema.parse(created.json()).id },
    query: { fileName: `${text}.csv` },
    raw: { contentType: 'text/csv', content },
  })
  expect(status).toBeLessThan(500)
}

async function pushPromotion(done: Done, feed: unknown, text: string): Promise<void> {
  const { id, secret } = z.looseObject({ id: z.string(), secret: z.string() }).parse(feed)
  const content = JSON.stringify({
    items: [{ key: 'default', value: { name: text, active: true } }],
  })
  await done('POST /api/feeds/{feedId}', {
    params: { feedId: id },
    raw: { contentType: 'application/json', content },
    headers: { 'x-intarsia-signature': signBody(secret, content, Date.now()) },
  })
}

/** An ad that was seen: its decision can be explained. */
async function see(routes: Routes, placementId: string) {
  const headers = { 'user-agent': BROWSER }
  const address = `/api/serve/${placementId}?format=json&html=1`
  await expect.poll(async () => (await routes.fetchAd(address, { headers })).status).toBe(200)
  const served = await routes.fetchAd(address, { headers })
  const { decisionId, token, urls } = servedSchema.parse(await served.json())
  const { pathname, search } = new URL(urls.impression)
  await routes.fetchAd(`${pathname}${search}`, { method: 'POST', headers })
  return { decisionId, token }
}

import { z } from 'zod'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import { approveAssets } from './approve-assets'
import { asKey, type Call, type Caller, type Routes, type Studio } from './http-studio'

/** A workspace with one of everything, made through the API as its owner would make it. */
export interface World {
  readonly workspaceId: string
  readonly ownerId: string
  readonly owner: Caller
  /** A key with every scope there is. */
  readonly machine: Caller
  readonly ids: Ids
  readonly secrets: { readonly feed: string; readonly source: string }
}

type Ids = Readonly<
  Record<
    | 'campaign'
    | 'draftCampaign'
    | 'headline'
    | 'comment'
    | 'otherHeadline'
    | 'cta'
    | 'film'
    | 'segment'
    | 'placement'
    | 'sparePlacement'
    | 'feed'
    | 'csvSource'
    | 'webhook'
    | 'apiKey'
    | 'invitation'
    | 'member'
    | 'rule'
    | 'decision'
    | 'libraryView'
    | 'bulkChange'
    | 'uploadBatch'
    | 'uploadFile'
    | 'uploadSheet'
    | 'reviewLink'
    | 'template',
    string
  >
>

const createdSchema = z.looseObject({ id: z.string() })
const DAY_MS = 86_400_000

export const GOLD = { kind: 'compare', field: 'profile.tier', operator: 'equals', value: 'gold' }
export const MAPPING = {
  idColumn: 'id',
  consentColumn: 'consent',
  attributes: [{ column: 'tier', attribute: 'tier', type: 'string' }],
}
export const VIEW = { filter: { kind: ['image'] }, sort: 'name', order: 'asc', layout: 'grid' }
export const DESIGN = {
  template: 'classic',
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}
export const OBJECTIVES = {
  goal: 'sales',
  kpi: 'ctr',
  targetValue: 0.02,
  baselineValue: 0.01,
  currency: 'EUR',
  conversionValueMicros: 1_000_000,
  budgetMicros: 1_000_000_000,
  cpmMicros: 2_000_000,
  flightStartsAt: new Date(Date.now() - DAY_MS).toISOString(),
  flightEndsAt: new Date(Date.now() + 30 * DAY_MS).toISOString(),
  timeZone: 'Europe/Berlin',
  landingUrl: 'https://shop.example/boots',
  successCriteria: 'More clicks than the benchmark.',
}

export async function buildWorld(studio: Studio, name: string): Promise<World> {
  const { db } = studio
  const owner = await db.user.create({ data: { email: `${name}-owner@example.com`, name } })
  const signedIn = await studio.asUser(owner.id)
  const workspaceId = await create('/api/v1/workspaces', { name: `${name} workspace` }, signedIn)
  const as = await studio.asUser(owner.id, workspaceId)
  const member = await db.user.create({ data: { email: `${name}-member@example.com`, name } })
  await db.membership.create({ data: { userId: member.id, workspaceId, role: 'analyst' } })

  async function post(route: string, body: unknown, caller: Caller = as) {
    return createdSchema.parse(await expectDone(studio, `POST ${route}`, { as: caller, body }))
  }
  async function create(route: string, body: unknown, caller?: Caller) {
    return (await post(route, body, caller)).id
  }
  async function createCopy(kind: string, text: string) {
    return create('/api/v1/assets/copy', { kind, text })
  }

  const headline = await createCopy('headline', `${name}: warm boots`)
  const otherHeadline = await createCopy('headline', `${name}: dry feet`)
  const cta = await createCopy('cta', 'Look inside')
  const assetIds = [headline, otherHeadline, cta]
  await approveAssets(db, assetIds)
  const said = { as, params: { assetId: headline }, body: { text: `${name}: warm?` } }
  const comment = createdSchema.parse(
    await expectDone(studio, 'POST /api/v1/assets/{assetId}/comments', said),
  ).id
  const film = await db.asset.create({
    data: {
      ...{ workspaceId, kind: 'video', name: `${name} film`, createdById: owner.id },
      ...{ widthPx: 320, heightPx: 180, durationMs: 1_000 },
    },
  })
  const segment = await create('/api/v1/segments', { name: `${name} gold`, condition: GOLD })
  const feed = await post('/api/v1/feeds', { kind: 'weather', name: `${name} weather` })
  const csvSource = await create('/api/v1/sources', {
    kind: 'csv',
    name: `${name} shop`,
    mapping: MAPPING,
  })
  const webhook = await post('/api/v1/sources', {
    kind: 'webhook',
    name: `${name} till`,
    mapping: MAPPING,
  })
  const newPlacement = { name: `${name} home`, size: '300x250', pageCategory: null }
  const placement = await create('/api/v1/placements', newPlacement)
  const sparePlacement = await create('/api/v1/placements', newPlacement)
  const draftCampaign = await create('/api/v1/campaigns', { name: `${name} draft` })
  const campaign = await create('/api/v1/campaigns', { name: `${name} autumn` })
  const slots = [
    { key: 'headline', kind: 'headline', assetIds: [headline, otherHeadline] },
    { key: 'cta', kind: 'cta', assetIds: [cta] },
  ]
  const effect = { kind: 'prefer', slot: 'headline', assetIds: [headline], weight: 2 }
  const rules = [{ name: `${name} rule`, enabled: true, condition: GOLD, effect }]
  const pilot = {
    segmentIds: [],
    slotKeys: ['headline'],
    placementIds: [placement],
    trafficShare: 1,
    holdoutShare: 0.2,
    benchmark: { headline, cta },
  }
  const params = { campaignId: campaign }
  const steps: [string, Record<string, unknown>][] = [
    ['objectives', { name: `${name} autumn`, objectives: OBJECTIVES }],
    ['assets', { design: DESIGN, slots }],
    ['segments', { segmentIds: [segment] }],
    ['rules', { rules }],
    ['pilot', { pilot }],
  ]
  for (const [editVersion, [step, body]] of steps.entries()) {
    const operation = `PUT /api/v1/campaigns/{campaignId}/${step}`
    await expectDone(studio, operation, { as, params, body: { editVersion, ...body } })
  }
  await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', { as, params })
  const rule = await db.rule.findFirstOrThrow({ where: { campaignId: campaign } })
  const { permissionSchema } = await import('@/lib/workspaces/permission')
  const scopes = permissionSchema.options.filter((scope) => scope !== 'workspace.manage')
  const key = await post('/api/v1/api-keys', { name: `${name} machine`, scopes })
  const reviewLink = createdSchema.parse(
    await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/review-links', {
      ...{ as, params, body: { name: `${name} client`, source: 'draft' } },
    }),
  )
  const invited = { email: `${name}-guest@example.com`, role: 'analyst' }
  return {
    workspaceId,
    ownerId: owner.id,
    owner: as,
    machine: asKey(String(key['key'])),
    secrets: { feed: String(feed['secret']), source: String(webhook['secret']) },
    ids: {
      campaign,
      draftCampaign,
      headline,
      comment,
      otherHeadline,
      cta,
      film: film.id,
      segment,
      placement,
      sparePlacement,
      feed: feed.id,
      csvSource,
      webhook: webhook.id,
      apiKey: await create('/api/v1/api-keys', { name: `${name} spare`, scopes: ['read'] }),
      invitation: await create('/api/v1/invitations', invited),
      member: member.id,
      rule: rule.id,
      reviewLink: reviewLink.id,
      decision: await storeDecision(studio, placement),
      libraryView: await create('/api/v1/library-views', { name: `${name} view`, query: VIEW }),
      template: await create('/api/v1/templates', { name: `${name} card`, ...STARTER_TEMPLATE }),
      bulkChange: await tagInBulk(studio, as, headline),
      ...(await startUpload(studio, as)),
    },
  }
}

/** A batch of a picture that has not arrived and a sheet that waits for its mapping. */
async function startUpload(
  studio: Studio,
  as: Caller,
): Promise<Pick<Ids, 'uploadBatch' | 'uploadFile' | 'uploadSheet'>> {
  const { uploadBatchSchema } = await import('@/lib/uploads/upload')
  const sheet = 'headline\nA sheet of boots\n'
  const files = [
    { fileName: 'dot.png', fileSizeBytes: UPLOAD_BYTES },
    { fileName: 'copy.csv', fileSizeBytes: sheet.length },
  ]
  const made = await expectDone(studio, 'POST /api/v1/upload-batches', { as, body: { files } })
  const { id: batchId, files: announced } = uploadBatchSchema.parse(made)
  const [picture, copy] = announced
  if (!picture || !copy) throw new Error('an announced file is missing')
  const sent = await studio.call('PATCH /api/v1/uploads/{fileId}', {
    as,
    params: { fileId: copy.id },
    ...sendWhole(sheet),
  })
  if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${sent.text}`)
  const isReady = { id: copy.id, state: 'needs_mapping' } as const
  while (!(await studio.db.uploadFile.findFirst({ where: isReady }))) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { uploadBatch: batchId, uploadFile: picture.id, uploadSheet: copy.id }
}

/** What `sendWhole` gives a file that was announced with so many bytes. */
export const UPLOAD_BYTES = 4

/** A call that sends all bytes of an announced file, by the tus protocol. */
export function sendWhole(content: string | Uint8Array): Pick<Call, 'raw' | 'headers'> {
  return {
    raw: { contentType: 'application/offset+octet-stream', content },
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0' },
  }
}

/** Calls as a test's preparation, which must not fail. */
export async function expectDone(studio: Routes, operation: string, call: Call): Promise<unknown> {
  const answer = await studio.call(operation, call)
  if (answer.status >= 300) throw new Error(`${operation}: ${answer.status} ${answer.text}`)
  return answer.json()
}

/** The id by which a change of many assets can be undone. */
async function tagInBulk(studio: Studio, as: Caller, assetId: string): Promise<string> {
  const body = { target: { assetIds: [assetId] }, change: { kind: 'tag', add: ['bulk'] } }
  const answer = await expectDone(studio, 'POST /api/v1/assets/bulk', { as, body })
  return z.object({ undoId: z.string() }).parse(answer).undoId
}

const servedSchema = z.object({
  decisionId: z.string(),
  urls: z.object({ impression: z.url() }),
})

/** Serves an ad and reports its impression: the id of a decision that is in the database. */
async function storeDecision(studio: Studio, placementId: string): Promise<string> {
  const deadline = Date.now() + 20_000
  const headers = { 'user-agent': BROWSER }
  for (;;) {
    const response = await studio.fetchAd(`/api/serve/${placementId}?format=json`, { headers })
    if (response.status === 200) {
      const { decisionId, urls } = servedSchema.parse(await response.json())
      const { pathname, search } = new URL(urls.impression)
      const noted = await studio.fetchAd(`${pathname}${search}`, { method: 'POST', headers })
      if (noted.status !== 204) throw new Error(`impression: ${noted.status}`)
      return decisionId
    }
    if (Date.now() > deadline) throw new Error(`No ad is served: ${response.status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hashPassword } from '@/lib/auth/password'
import type { Database } from '@/lib/db/client'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import { createFeed } from '@/lib/feeds/server/feeds'
import { pushFeed } from '@/lib/feeds/server/push-feed'
import { keepPicture } from '@/lib/products/server/keep-picture'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import type { Placement } from '@/lib/placements/placement'
import { createPlacement } from '@/lib/placements/server/placements'
import { createSegment } from '@/lib/segments/server/segments'
import { importCsv } from '@/lib/sources/server/import-csv'
import { createSource } from '@/lib/sources/server/sources'
import { type Actor, ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { createApiKey } from '@/lib/workspaces/server/api-keys'
import { createWorkspace } from '@/lib/workspaces/server/create-workspace'
import type { Access } from './access-file'
import { createDemoAssets } from './demo-assets'
import { MOUNTAIN_PAGES, SEGMENTS } from './demo-audience'
import { createDraftCampaign, createLiveCampaign } from './demo-campaigns'
import { createCustomers, CUSTOMER_MAPPING, writeCustomersCsv } from './demo-customers'
import { listFeeds, PICTURED_PRODUCTS, pictureUrlOf } from './demo-feeds'

export const DEMO_EMAIL = 'demo@intarsia.example'
const PASSWORD_BYTES = 12

const PLACEMENTS: readonly (readonly [name: string, size: AdSize, pageCategory: string | null])[] =
  [
    ['Magazine, article', '300x250', 'magazine'],
    ['Weather page, top', '728x90', 'weather'],
    ['Mountain guide, margin', '160x600', MOUNTAIN_PAGES],
    ['Phone site, foot', '320x50', null],
    ['Travel stories, margin', '300x600', 'travel'],
    ['Front page, billboard', '970x250', 'front'],
  ]

/** Builds the demonstration workspace by the use cases a person's browser calls. */
export async function seedDemo(
  db: Database,
  { publicUrl, nowMs }: { publicUrl: string; nowMs: number },
): Promise<Access> {
  const password = newPassword()
  const actor = await createOwner(db, password)
  const assets = await createDemoAssets(db, actor)
  await importCustomers(db, actor)
  const feeds = await createFeeds(db, actor, publicUrl, new Date(nowMs))
  await keepProductPictures(db, actor, publicUrl)
  const segments = []
  for (const { kind: _kind, ...segment } of SEGMENTS) {
    segments.push(await createSegment(db, actor, segment))
  }
  const placements: Placement[] = []
  for (const [name, size, pageCategory] of PLACEMENTS) {
    const label = `${name} (${AD_SIZES[size].widthPx} × ${AD_SIZES[size].heightPx})`
    placements.push(await createPlacement(db, actor, { name: label, size, pageCategory }))
  }
  const apiKey = await createSimulatorKey(db, actor)
  const shopUrl = `${publicUrl}/demo/shop`
  const material = { assets, segments, placements, shopUrl, nowMs }
  const draftCampaignId = await createDraftCampaign(db, actor, material)
  // Publishing is last: it is the mark of a complete seed.
  const campaignId = await createLiveCampaign(db, actor, material)
  return {
    url: publicUrl,
    email: DEMO_EMAIL,
    password,
    apiKey,
    workspaceId: actor.workspaceId,
    campaignId,
    draftCampaignId,
    placementId: placements[0]?.id ?? '',
    placements: placements.map(({ id, size, pageCategory }) => ({ id, size, pageCategory })),
    feeds,
  }
}

export function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url')
}

export async function createSimulatorKey(db: Database, actor: Actor): Promise<string> {
  const scopes = ['read', 'event.write']
  const { key } = await createApiKey(db, actor, { name: 'Traffic simulator', scopes })
  return key
}

/** A person of the demonstration: sign-up is for the first account of an installation only. */
async function createOwner(db: Database, password: string): Promise<Actor> {
  const passwordHash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const user = await tx.user.create({
      data: { email: DEMO_EMAIL, name: 'Robin Demo', passwordHash },
    })
    const workspace = await createWorkspace(tx, user.id, { name: 'Harbour & Pine', isDemo: true })
    return ownerActor(user.id, workspace.id)
  })
}

export function ownerActor(userId: string, workspaceId: string): Actor {
  return { kind: 'user', id: userId, workspaceId, permissions: ROLE_PERMISSIONS.owner }
}

async function importCustomers(db: Database, actor: Actor): Promise<void> {
  const source = await createSource(db, actor, {
    kind: 'csv',
    name: 'Customers of the shop',
    mapping: CUSTOMER_MAPPING,
  })
  const csv = writeCustomersCsv(createCustomers())
  const run = await importCsv(db, actor, source.id, {
    name: 'customers-2026-11.csv',
    body: new Blob([csv]).stream(),
  })
  if (run.state !== 'done') throw new Error(`The customers were not imported: ${run.failure}`)
}

async function createFeeds(
  db: Database,
  actor: Actor,
  publicUrl: string,
  now: Date,
): Promise<Access['feeds']> {
  const feeds: Access['feeds'] = []
  for (const { kind, name, contentType, body } of listFeeds(publicUrl)) {
    const { id, secret } = await createFeed(db, actor, { kind, name })
    const feed = { id, kind, workspaceId: actor.workspaceId }
    await pushFeed(db, feed, { text: body, contentType }, now)
    feeds.push({ id, kind, secret })
  }
  return feeds
}

/** As if they had been fetched: nothing listens at the studio's address while it is seeded. */
async function keepProductPictures(db: Database, actor: Actor, publicUrl: string): Promise<void> {
  const { workspaceId } = actor
  for (const key of PICTURED_PRODUCTS) {
    const bytes = await readFile(path.join(projectRoot, 'public', 'demo', `${key}.svg`))
    await keepPicture(db, { workspaceId, key, imageUrl: pictureUrlOf(publicUrl, key) }, bytes)
  }
}

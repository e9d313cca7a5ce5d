import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chancesSchema, gallerySchema } from '@/lib/gallery/gallery-api'
import { selectAds } from '@/lib/gallery/select-ads'
import { NO_FILTER } from '@/lib/permutations/combination-filter'
import { createdReviewLinkSchema, reviewAdsSchema, reviewSchema } from '@/lib/reviews/review'
import { NAUGHTY, SCRIPTS, SHARP } from '@/scripts/testing/attacks'
import { describeFixtures } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let other: World
beforeAll(async () => {
  world = await buildWorld(studio, 'review')
  other = await buildWorld(studio, 'stranger')
})

const LINKS = '/api/v1/campaigns/{campaignId}/review-links'
const REVIEW = '/api/v1/reviews/{token}'
let callers = 0

/** A caller whom no other call of the tests has used up the limits of. */
const fromElsewhere = () => ({ 'x-intarsia-address': `198.51.100.${++callers}` })

async function createLink(body: object = {}) {
  const call = {
    as: world.owner,
    params: { campaignId: world.ids.campaign },
    body: { source: 'draft', ...body },
  }
  const link = createdReviewLinkSchema.parse(await expectDone(studio, `POST ${LINKS}`, call))
  return { ...link, token: link.url.split('/').at(-1) ?? '' }
}

async function readLinks() {
  const call = { as: world.owner, params: { campaignId: world.ids.campaign } }
  const answer = await expectDone(studio, `GET ${LINKS}`, call)
  return z.object({ items: z.array(createdReviewLinkSchema.partial()) }).parse(answer).items
}

const read = (token: string, headers = fromElsewhere()) =>
  studio.call(`GET ${REVIEW}`, { params: { token }, headers })
const say = (token: string, body: object, headers: Record<string, string> = fromElsewhere()) =>
  studio.call(`POST ${REVIEW}/notes`, { params: { token }, body, headers })

describe('the gallery', () => {
  it('is made of the draft or of what is published, and numbers its ads', async () => {
    for (const source of ['draft', 'published']) {
      const answer = await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}/gallery', {
        ...{ as: world.owner, params: { campaignId: world.ids.campaign }, query: { source } },
      })
      const gallery = gallerySchema.parse(answer)
      if (gallery.kind !== 'ok') throw new Error(gallery.kind)
      expect(gallery.sizes).toEqual(['300x250'])
      expect(gallery.locales[world.ids.headline]).toBe('en')
      const ads = selectAds(gallery.snapshot, NO_FILTER)
      expect(ads.count).toBe(2n)
      expect(ads.at(1n)?.key).toBe(`${world.ids.otherHeadline}~${world.ids.cta}`)
    }
  })

  it('names the chances of ads by the same keys', async () => {
    const answer = await expectDone(studio, 'GET /api/v1/campaigns/{campaignId}/gallery/chances', {
      ...{ as: world.owner, params: { campaignId: world.ids.campaign } },
    })
    const { ads, policyVersion } = chancesSchema.parse(answer)
    expect(policyVersion).toBe(0)
    expect(ads.map(({ key }) => key).sort()).toEqual(
      [world.ids.headline, world.ids.otherHeadline].map((id) => `${id}~${world.ids.cta}`).sort(),
    )
    expect(ads.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1)
  })

  it('is not told to strangers', async () => {
    const params = { campaignId: world.ids.campaign }
    for (const path of ['gallery', 'gallery/chances', 'review-links']) {
      const operation = `GET /api/v1/campaigns/{campaignId}/${path}`
      expect((await studio.call(operation, { as: other.owner, params })).status).toBe(404)
      expect((await studio.call(operation, { params })).status).toBe(401)
    }
  })
})

describe('a review link', () => {
  it('shows its ads and nothing else of the studio', async () => {
    const { token, url } = await createLink({ name: 'For the client' })
    expect(url).toContain('/review/')
    const review = await read(token)
    expect(Object.keys(reviewSchema.parse(review.json())).sort()).toEqual(
      ['count', 'expiresAt', 'name', 'notes', 'sizes'].sort(),
    )
    const answer = await studio.call(`GET ${REVIEW}/ads`, {
      ...{ params: { token }, headers: fromElsewhere() },
    })
    const { ads } = reviewAdsSchema.parse(answer.json())
    expect(ads.map(({ number }) => number)).toEqual([1, 2])
    expect(ads[0]?.renditions[0]?.html).toContain('review: warm boots')
    for (const secret of [world.ids.segment, world.ids.placement, 'profile.tier', 'review rule']) {
      expect(review.text + answer.text).not.toContain(secret)
    }
  })

  it('keeps to its filter, and to the campaign as it was', async () => {
    const filter = { only: { headline: [world.ids.headline] } }
    const { token } = await createLink({ filter })
    expect(reviewSchema.parse((await read(token)).json()).count).toBe('1')
    const elsewhere = `${world.ids.otherHeadline}~${world.ids.cta}`
    const note = { authorName: 'Ada', text: 'Hm', adKey: elsewhere }
    expect((await say(token, note)).status).toBe(404)
  })

  it('takes comments, pins and decisions, which the team sees', async () => {
    const { token, id } = await createLink()
    const adKey = `${world.ids.headline}~${world.ids.cta}`
    const pin = { size: '300x250', x: 0.25, y: 0.5 }
    expect((await say(token, { authorName: 'Ada', text: 'Bigger', adKey, pin })).status).toBe(201)
    expect((await say(token, { authorName: 'Ada', decision: 'approve', adKey })).status).toBe(201)
    const changes = { authorName: 'Ada', text: 'Warmer', decision: 'changes' }
    expect((await say(token, changes)).status).toBe(201)
    const link = (await readLinks()).find((one) => one.id === id)
    expect(link?.notes?.map(({ decision, text }) => [decision, text])).toEqual(
      expect.arrayContaining([
        [null, 'Bigger'],
        ['approve', ''],
        ['changes', 'Warmer'],
      ]),
    )
    expect(link?.notes?.find(({ text }) => text === 'Bigger')?.pin).toEqual(pin)
    const entries = await studio.db.auditEntry.findMany({ where: { subjectId: id } })
    expect(entries.map(({ action }) => action).sort()).toEqual(
      ['review.approve', 'review.changes', 'review.comment', 'review.create'].sort(),
    )
    expect(JSON.stringify(entries)).not.toMatch(/Ada|Bigger|Warmer/)
  })

  it.each([
    ['no name', { text: 'Hello' }],
    ['no words', { authorName: 'Ada' }],
    ['changes without words', { authorName: 'Ada', decision: 'changes' }],
    ['a pin on nothing', { authorName: 'Ada', text: 'Hm', pin: { size: '300x250', x: 0, y: 0 } }],
    ['too many words', { authorName: 'Ada', text: 'x'.repeat(2_001) }],
    ['a decision that is none', { authorName: 'Ada', text: 'x', decision: 'publish' }],
  ])('refuses %s', async (_, note) => {
    const { token } = await createLink()
    expect((await say(token, note)).status).toBe(400)
  })

  it('ends when it is taken back, and when its time is over', async () => {
    const { token, id } = await createLink()
    const expired = await createLink()
    const params = { campaignId: world.ids.campaign, linkId: id }
    const revoke = `DELETE ${LINKS}/{linkId}`
    expect((await studio.call(revoke, { as: other.owner, params })).status).toBe(404)
    expect((await read(token)).status).toBe(200)
    await expectDone(studio, revoke, { as: world.owner, params })
    await expectDone(studio, revoke, { as: world.owner, params })
    await studio.db.reviewLink.update({
      where: { id: expired.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    for (const gone of [token, expired.token]) {
      expect((await read(gone)).status).toBe(410)
      const ads = { params: { token: gone }, headers: fromElsewhere() }
      expect((await studio.call(`GET ${REVIEW}/ads`, ads)).status).toBe(410)
      expect((await say(gone, { authorName: 'Ada', text: 'Hm' })).status).toBe(410)
    }
    expect(
      await studio.db.auditEntry.count({ where: { action: 'review.revoke', subjectId: id } }),
    ).toBe(1)
    const states = (await readLinks()).filter((one) => [id, expired.id].includes(one.id ?? ''))
    expect(states.map(({ state }) => state).sort()).toEqual(['expired', 'revoked'])
  })

  it('can be neither changed nor guessed', async () => {
    const { token } = await createLink()
    const [id = '', secret = '', signature = ''] = token.split('.')
    const last = secret.endsWith('A') ? 'B' : 'A'
    const wrong = [
      `${id}.${secret.slice(0, -1)}${last}.${signature}`,
      `${id.split('').reverse().join('')}.${secret}.${signature}`,
      `${id}.${secret}`,
      `${token}=`,
      ...SHARP,
    ]
    for (const guess of wrong) expect((await read(guess)).status).toBeOneOf([400, 404])
    const row = await studio.db.reviewLink.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(secret)
    const guesser = { 'x-intarsia-address': '203.0.113.9' }
    const statuses = []
    for (let count = 0; count < 32; count++) statuses.push((await read('x', guesser)).status)
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404))
    expect(statuses.slice(30)).toEqual([429, 429])
    // Whoever has guessed so often can't open a right one either; everybody else can.
    expect((await read(token, guesser)).status).toBe(429)
    expect((await read(token)).status).toBe(200)
  })

  it('takes only so much from one writer', async () => {
    const { token } = await createLink()
    const writer = fromElsewhere()
    const statuses = []
    for (let count = 0; count < 14; count++) {
      statuses.push((await say(token, { authorName: 'Ada', text: `${count}` }, writer)).status)
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(12)
    expect(statuses.slice(12)).toEqual([429, 429])
  })
})

describeFixtures('hostile reviewers', 'attack/xss/xss.dev.json', () => {
  it('are kept word by word as plain text, and never crash it', async () => {
    const { token } = await createLink()
    const attacks = [...SCRIPTS.slice(0, 60), ...NAUGHTY.slice(0, 100), ...SHARP]
    for (const text of attacks) {
      const answer = await say(token, { authorName: text.slice(0, 60) || 'Ada', text })
      expect(answer.status).toBeOneOf([201, 400])
    }
    expect((await read(token)).headers.get('content-type')).toContain('application/json')
    const script = '<img src=x onerror=alert(1)>'
    const answer = await say(token, { authorName: script, text: script })
    expect(answer.json()).toMatchObject({ authorName: script, text: script })
  }, 60_000)
})

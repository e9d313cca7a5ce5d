import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCases, PUBLIC_ROUTES } from '@/scripts/testing/http-cases'
import { fingerprint } from '@/scripts/testing/http-fingerprint'
import {
  type Call,
  type Caller,
  findHandler,
  listOperations,
  openStudio,
} from '@/scripts/testing/http-studio'
import { buildWorld, DESIGN, GOLD, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let mine: World
let theirs: World
let callers: readonly [string, Caller][]
beforeAll(async () => {
  theirs = await buildWorld(studio, 'theirs')
  mine = await buildWorld(studio, 'mine')
  callers = [
    ['an owner of another workspace', mine.owner],
    ['a key of another workspace', mine.machine],
  ]
})

const operations = listOperations(studio.table)
const accessOf = (operation: string) => findHandler(studio.table, operation).definition.access
const closed = operations.filter((operation) => accessOf(operation) !== 'public')
const hasIds = (operation: string) => operation.includes('{')
const needsManager = (operation: string) => accessOf(operation) === 'workspace.manage'

it('has a valid call for every route of the table, and none for others', () => {
  const listed = [...Object.keys(listCases(mine)), ...PUBLIC_ROUTES]
  expect(listed.toSorted()).toEqual(operations.toSorted())
})

describe('a call without a session or a key', () => {
  it.each(closed)('%s answers 401', async (operation) => {
    const { status, text } = await studio.call(operation, listCases(theirs)[operation])
    expect({ status, text }).toMatchObject({
      status: 401,
      text: expect.stringContaining('unauthenticated'),
    })
  })
})

describe('an id of another workspace in the path', () => {
  const addressed = closed.filter(hasIds)

  it.each(addressed)('%s answers 404 and changes nothing', async (operation) => {
    const call = listCases(theirs)[operation]
    const before = await fingerprint(studio.pool)
    for (const [who, as] of callers) {
      const { status, text } = await studio.call(operation, { ...call, as })
      const isKey = as === mine.machine
      const expected = isKey && needsManager(operation) ? 403 : 404
      expect({ who, status, text }).toMatchObject({ who, status: expected })
      expect(text).not.toContain(theirs.workspaceId)
    }
    expect(await fingerprint(studio.pool)).toEqual(before)
  })

  it('looks the same as an id that never was', async () => {
    const operation = 'GET /api/v1/campaigns/{campaignId}'
    const read = async (campaignId: string) => {
      const { status, json } = await studio.call(operation, {
        as: mine.owner,
        params: { campaignId },
      })
      return { status, body: { ...(json() as object), requestId: '' } }
    }
    expect(await read(theirs.ids.campaign)).toEqual(await read('never-was'))
  })
})

describe('a list', () => {
  const lists = closed.filter((operation) => operation.startsWith('GET') && !hasIds(operation))

  it.each(lists)('%s shows nothing of another workspace', async (operation) => {
    const foreign = [theirs.workspaceId, theirs.ownerId, ...Object.values(theirs.ids)]
    for (const [, as] of callers) {
      const { status, text } = await studio.call(operation, { ...listCases(theirs)[operation], as })
      if (
        accessOf(operation) !== 'signed_in' &&
        !(as === mine.machine && needsManager(operation))
      ) {
        expect(status).toBe(200)
      }
      expect(foreign.filter((id) => text.includes(id))).toEqual([])
      expect(text).not.toContain('theirs')
    }
  })

  it.each(lists)('%s keeps to its workspace with a cursor of another', async (operation) => {
    for (const cursor of Object.values(theirs.ids)) {
      const query = { campaignId: theirs.ids.campaign, cursor }
      const { status, text } = await studio.call(operation, { as: mine.owner, query })
      expect(status).toBeLessThan(500)
      expect(text).not.toContain('theirs')
    }
  })
})

describe('an id of another workspace in a body', () => {
  const save = (step: string, body: object): [string, Call] => [
    `PUT /api/v1/campaigns/{campaignId}/${step}`,
    { params: { campaignId: mine.ids.draftCampaign }, body: { editVersion: 0, ...body } },
  ]
  const bodies: [string, () => [string, Call], number][] = [
    [
      'an asset in a slot',
      () => {
        const slot = {
          key: 'headline',
          kind: 'headline',
          assetIds: [mine.ids.headline, theirs.ids.headline],
        }
        return save('assets', { design: DESIGN, slots: [slot] })
      },
      422,
    ],
    ['a segment of a campaign', () => save('segments', { segmentIds: [theirs.ids.segment] }), 422],
    [
      'a placement of a pilot',
      () => {
        const pilot = {
          segmentIds: [],
          slotKeys: ['headline'],
          placementIds: [theirs.ids.placement],
          trafficShare: 1,
          holdoutShare: 0.1,
          benchmark: { headline: mine.ids.headline },
        }
        return save('pilot', { pilot })
      },
      422,
    ],
    [
      'an element',
      () => [
        'PUT /api/v1/campaigns/{campaignId}/elements',
        {
          params: { campaignId: mine.ids.campaign },
          body: { slot: 'headline', assetId: theirs.ids.headline, isPaused: true },
        },
      ],
      404,
    ],
    [
      'a list of assets',
      () => [
        'POST /api/v1/assets/state',
        { body: { action: 'archive', assetIds: [theirs.ids.headline, theirs.ids.cta] } },
      ],
      200,
    ],
    [
      'a segment to count',
      () => [
        'POST /api/v1/segments/count',
        { body: { condition: { kind: 'segment', segmentId: theirs.ids.segment } } },
      ],
      200,
    ],
  ]

  it.each(bodies)('%s changes nothing', async (_name, build, expected) => {
    const [operation, call] = build()
    const before = await fingerprint(studio.pool)
    const { status, text } = await studio.call(operation, { ...call, as: mine.owner })
    expect({ status, text }).toMatchObject({ status: expected })
    expect(text).not.toContain('theirs')
    expect(await fingerprint(studio.pool)).toEqual(before)
  })

  it('a rule keeps to its own campaign: the id is not taken over, nothing is shown', async () => {
    const before = await studio.db.rule.findUniqueOrThrow({ where: { id: theirs.ids.rule } })
    const rule = {
      id: theirs.ids.rule,
      name: 'Taken over',
      enabled: true,
      condition: { kind: 'any', of: [GOLD, { kind: 'segment', segmentId: theirs.ids.segment }] },
      effect: { kind: 'show', slot: 'headline', assetIds: [theirs.ids.headline] },
    }
    const params = { campaignId: mine.ids.draftCampaign }
    const body = { editVersion: 0, rules: [rule] }
    const operation = 'PUT /api/v1/campaigns/{campaignId}/rules'
    const saved = await studio.call(operation, { as: mine.owner, params, body })
    expect(saved.text).not.toContain('theirs')
    expect(await studio.db.rule.findUniqueOrThrow({ where: { id: theirs.ids.rule } })).toEqual(
      before,
    )
    const publish = 'POST /api/v1/campaigns/{campaignId}/publish'
    expect((await studio.call(publish, { as: mine.owner, params })).status).toBe(422)
    const preview = 'GET /api/v1/campaigns/{campaignId}/preview'
    expect((await studio.call(preview, { as: mine.owner, params })).text).not.toContain('theirs')
  })

  // Which calls carry ids in their bodies is told by what the bodies would be for made-up ids.
  const MADE_UP = 'made-up-id'
  const ids = new Proxy({}, { get: () => MADE_UP }) as World['ids']
  const carriers = Object.entries(listCases({ ids } as World)).flatMap(([operation, { body }]) =>
    (JSON.stringify(body) ?? '').includes(MADE_UP) ? [operation] : [],
  )

  it.each(carriers)('%s neither shows nor changes what has it', async (operation) => {
    const before = await fingerprint(studio.pool, theirs)
    const { status, text } = await studio.call(operation, {
      ...listCases(mine)[operation],
      ...{ body: listCases(theirs)[operation]?.body, as: mine.owner },
    })
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('theirs')
    expect(text).not.toContain(theirs.workspaceId)
    expect(await fingerprint(studio.pool, theirs)).toEqual(before)
  })
})

describe('a valid call of the owner', () => {
  it('succeeds on every route, so that the refusals above mean something', async () => {
    const before = await fingerprint(studio.pool)
    const theirsBefore = await fingerprint(studio.pool, theirs)
    for (const [operation, call] of Object.entries(listCases(theirs))) {
      const { status, text } = await studio.call(operation, { ...call, as: theirs.owner })
      expect({ operation, status, text }).toMatchObject({
        operation,
        status: expect.toSatisfy((s: number) => s < 300),
      })
    }
    expect(await fingerprint(studio.pool)).not.toEqual(before)
    expect(await fingerprint(studio.pool, theirs)).not.toEqual(theirsBefore)
  })
})

import { gzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { createPool } from '@/lib/db/pool'
import { decide } from '@/lib/decision/decide'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { replayDecision } from '@/lib/decision/replay-decision'
import { resolveSegments } from '@/lib/decision/resolve-segments'
import type { Snapshot } from '@/lib/decision/snapshot'
import { buildInput, compare, FLIGHT, rule } from '@/lib/decision/testing/build-snapshot'
import { decisionViewSchema } from '@/lib/events/decision-view'
import { toEventRow } from '@/lib/events/event-row'
import { findPolicy } from '@/lib/learning/server/testing/find-policy'
import { createPosterior } from '@/lib/learning/posterior'
import { serialisePosterior } from '@/lib/learning/serialise-posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { createRandom } from '@/lib/math/random'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createDecisionSealer } from './decision-token'
import { createEventWriter } from './event-writer'
import { explainStoredDecision } from './explain-stored-decision'
import { findDecision, listDecisions } from './find-decision'
import { publishTestCampaign } from './testing/publish-test-campaign'

const DECISIONS = 3_000
const DEVICES = ['mobile', 'desktop', 'tablet']
let database: TestDatabase
let db: Database
let pool: Pool
let snapshot: Snapshot
let actor: Actor
const ids: string[] = []
const nowMs = Math.min(Date.now(), FLIGHT.endsAtMs - 1)

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDatabase(database.url)
  pool = createPool(database.url, 6)
  snapshot = await publishTestCampaign(db, {
    segments: [
      { id: 'cold', name: 'Cold', condition: compare('weather.temperatureC', 'lessThan', 5) },
    ],
    rules: [
      rule('r1', 1, compare('device.class', 'equals', 'mobile'), {
        kind: 'exclude',
        slot: 'headline',
        assetIds: ['h1'],
      }),
      rule('r2', 2, compare('weather.temperatureC', 'greaterThan', 20), {
        kind: 'prefer',
        slot: 'image',
        assetIds: ['i2'],
        weight: 3,
      }),
    ],
    experiment: {
      trafficShare: 0.9,
      holdoutShare: 0.2,
      benchmark: { headline: 'h1', image: 'i1' },
      segmentIds: [],
    },
  })
  actor = { kind: 'system', id: 'test', workspaceId: snapshot.workspaceId, permissions: ['read'] }
  await storeTwoPolicies()
  await storeDecisions()
})
afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await database.drop()
})

async function storeTwoPolicies(): Promise<void> {
  let posterior = createPosterior({ slots: ['headline', 'image'], features: ['device'] })
  for (const version of [1, 2]) {
    const updated = updatePosterior(posterior, [
      {
        cell: { device: 'mobile' },
        assets: { headline: `h${version + 1}`, image: 'i3' },
        impressions: 1_000,
        successes: 60,
      },
    ])
    if (updated.kind !== 'ok') throw new Error('not learnt')
    posterior = updated.posterior
    await db.policy.create({
      data: {
        campaignId: snapshot.campaignId,
        version,
        posterior: Uint8Array.from(gzipSync(serialisePosterior(posterior))),
        watermarkXid: 0n,
      },
    })
  }
}

function readPolicies() {
  const { campaignId } = snapshot
  const settings = policySettingsOf(snapshot)
  return Promise.all([0, 1, 2].map((version) => findPolicy(db, campaignId, version, settings)))
}

/** As in life: decided, sealed into a token, opened again and stored with the first event. */
async function storeDecisions(): Promise<void> {
  const prepared = prepareSnapshot(snapshot)
  const sealer = createDecisionSealer(Buffer.alloc(32, 1))
  const writer = createEventWriter(pool)
  const random = createRandom(11)
  const policies = await readPolicies()
  const writes: Promise<unknown>[] = []
  for (let n = 0; n < DECISIONS; n += 1) {
    const policy = policies[n % policies.length]
    if (!policy) throw new Error('no policy')
    const fields = {
      'device.class': DEVICES[n % DEVICES.length] ?? 'mobile',
      'weather.temperatureC': random.next() * 50 - 15,
    }
    const input = buildInput({
      id: uuidv7({ msecs: nowMs }),
      nowMs,
      seed: random.nextUint32(),
      fields,
      segmentIds: resolveSegments(prepared, { fields, purposes: [] }),
    })
    const opened = sealer.open(sealer.seal(decide(prepared, input, policy).record), nowMs, 1)
    if (opened.kind !== 'ok') throw new Error(opened.kind)
    ids.push(opened.record.id)
    writes.push(writer.write(toEventRow(opened.record, { kind: 'impression' }, null)))
  }
  await Promise.all(writes)
}

describe('explainStoredDecision', () => {
  it('replays thousands of stored decisions identically', async () => {
    const prepared = prepareSnapshot(snapshot)
    const policies = await readPolicies()
    const arms = new Map<DecisionRecord['arm'], number>()
    for (const id of ids) {
      const record = await findDecision(pool, actor.workspaceId, id)
      const policy = policies[record?.policyVersion ?? -1]
      if (!record || !policy) throw new Error('not stored')
      const replay = replayDecision(prepared, record, policy)
      if (replay.kind !== 'identical') expect(replay).toEqual({ kind: 'identical' })
      arms.set(record.arm, (arms.get(record.arm) ?? 0) + 1)
    }
    expect([...arms.keys()].sort()).toEqual(['dynamic', 'holdout', 'outside'])
    expect(arms.get('dynamic')).toBeGreaterThan(DECISIONS / 2)
  })

  it('finds snapshot and policy of each by itself', async () => {
    for (const id of ids.filter((_, n) => n % 40 === 0)) {
      const view = await explainStoredDecision({ db, pool }, actor, id)
      expect(view.replay).toEqual({ kind: 'identical' })
    }
  })

  it('shows who was eligible, with chances that sum to one, and the events', async () => {
    const id = ids.at(-1) ?? ''
    const view = decisionViewSchema.parse(await explainStoredDecision({ db, pool }, actor, id))
    expect(view.events).toMatchObject([{ kind: 'impression', invalidReason: null }])
    for (const slot of view.explanation?.slots ?? []) {
      const total = slot.eligible.reduce((sum, { probability }) => sum + (probability ?? 0), 0)
      expect(total).toBeCloseTo(1)
    }
  })

  it('shows the ad and what the policy of its version believed in its context', async () => {
    const id = ids.findLast((_, n) => n % 3 !== 0) ?? ''
    const learnt = await Promise.all(
      ids.slice(-20).map((one) => explainStoredDecision({ db, pool }, actor, one)),
    )
    expect(
      decisionViewSchema.parse(await explainStoredDecision({ db, pool }, actor, id)).html,
    ).toContain('Why this ad?')
    const view = learnt.find(({ record }) => record.arm === 'dynamic' && record.policyVersion > 0)
    const [headline] = view?.beliefs ?? []
    expect(headline?.assets.map(({ assetId }) => assetId)).toEqual(
      view?.explanation?.slots[0]?.eligible.map(({ assetId }) => assetId),
    )
    for (const { rate } of headline?.assets ?? []) {
      expect(rate.lower).toBeLessThanOrEqual(rate.mean)
      expect(rate.upper).toBeGreaterThanOrEqual(rate.mean)
    }
    expect(headline?.choice?.terms.map(({ kind }) => kind).sort()).toEqual([
      ...['interaction', 'main', 'pair'],
    ])
    const benchmark = learnt.find(({ record }) => record.arm !== 'dynamic')
    expect(benchmark?.beliefs).toEqual([])
  })

  it('says so when the policy is gone or can not be read', async () => {
    const stored = await listDecisions(pool, actor.workspaceId, {
      campaignId: snapshot.campaignId,
      limit: 200,
    })
    const id = stored.find(({ policyVersion }) => policyVersion === 1)?.id ?? ''
    const { campaignId } = snapshot
    const where = { campaignId_version: { campaignId, version: 1 } }
    const policy = await db.policy.findUniqueOrThrow({ where })
    await db.policy.update({ where, data: { posterior: Buffer.from('not packed') } })
    const corrupt = await explainStoredDecision({ db, pool }, actor, id)
    await db.policy.delete({ where })
    const gone = await explainStoredDecision({ db, pool }, actor, id)
    await db.policy.create({ data: policy })
    const fates = [corrupt, gone].map(
      ({ replay }) => replay.kind === 'unavailable' && replay.detail,
    )
    expect(fates).toEqual([
      'Policy version 1 is stored in a form that can’t be read.',
      'Policy version 1 is no longer kept.',
    ])
    for (const view of [corrupt, gone]) {
      expect(view.explanation?.decisionId).toBe(id)
      expect(view.beliefs).toEqual([])
    }
  })

  it.each(['someone-else', ''])('answers 404 to the workspace %j', async (workspaceId) => {
    const explaining = explainStoredDecision({ db, pool }, { ...actor, workspaceId }, ids[0] ?? '')
    await expect(explaining).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each(['x', '../1', 'ffffffff-ffff-7fff-8fff-ffffffffffff', uuidv7()])(
    'answers 404 to the id %s',
    async (id) => {
      const explaining = explainStoredDecision({ db, pool }, actor, id)
      await expect(explaining).rejects.toMatchObject({ code: 'not_found' })
    },
  )
})

describe('listDecisions', () => {
  it('pages through all of them, the newest first', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    for (;;) {
      const query = { campaignId: snapshot.campaignId, cursor, limit: 500 }
      const page = await listDecisions(pool, actor.workspaceId, query)
      seen.push(...page.map(({ id }) => id))
      cursor = page.at(-1)?.id
      if (page.length === 0) break
    }
    expect(seen).toEqual(ids.toSorted().reverse())
  })

  it('narrows to an ad and to what happened, and says what counts', async () => {
    const { campaignId } = snapshot
    const find = (query: object) =>
      listDecisions(pool, actor.workspaceId, { campaignId, limit: 20, ...query })
    const held = await find({ arm: 'holdout' })
    expect(held).toHaveLength(20)
    expect(new Set(held.map(({ arm }) => arm))).toEqual(new Set(['holdout']))
    const [decision] = held
    const record = await findDecision(pool, actor.workspaceId, decision?.id ?? '')
    if (!record) throw new Error('not stored')
    expect(await find({ event: 'click' })).toEqual([])
    const writer = createEventWriter(pool)
    await writer.write(toEventRow(record, { kind: 'click' }, 'bot'))
    expect(await find({ event: 'click' })).toEqual([])
    await writer.write(toEventRow(record, { kind: 'click' }, null))
    expect(await find({ event: 'click' })).toMatchObject([
      { id: record.id, counted: ['impression', 'click'], invalidReason: null },
    ])
  })

  it('keeps other workspaces out, and bears any cursor', async () => {
    const { campaignId } = snapshot
    expect(await listDecisions(pool, 'someone-else', { campaignId, limit: 5 })).toEqual([])
    const odd = { campaignId, limit: 5, cursor: "'; DROP TABLE" }
    expect(await listDecisions(pool, actor.workspaceId, odd)).toEqual([])
  })
})

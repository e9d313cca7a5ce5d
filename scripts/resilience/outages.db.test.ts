import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { type Installation, retry, startInstallation } from './installation'
import { openShop, type Shop } from './shop'
import { fetchAd, startTraffic, type Traffic } from './traffic'

const WAIT = { timeout: 60_000, interval: 100 }
let installation: Installation
let shop: Shop
let origins: string[]

beforeAll(async () => {
  installation = await startInstallation()
  shop = await openShop(installation)
  origins = installation.serving.map(({ origin }) => origin)
  for (const origin of origins) await retry(() => fetchAd(origin, shop.placementId))
}, 120_000)
afterAll(() => installation.close(), 60_000)

const start = (): Traffic => startTraffic(origins, shop.placementId)

/** Everything acknowledged is there once; the rollups, which the worker makes by itself, agree. */
async function expectNothingLost(traffic: Traffic): Promise<void> {
  const { countElements, countEvents, sumDays, sumElements } =
    await import('@/lib/events/server/testing/count-events')
  const acknowledged = await traffic.finish()
  expect(traffic.faults).toEqual([])
  const { pool } = installation.studio
  const { rows } = await retry(() =>
    pool.query<{ name: string; count: number }>(
      `SELECT decision_id || ' ' || kind AS name, count(*)::int AS count
       FROM events.event WHERE kind <> 'click' GROUP BY 1`,
    ),
  )
  const stored = new Map(rows.map(({ name, count }) => [name, count]))
  expect([...acknowledged].filter((name) => stored.get(name) !== 1)).toEqual([])
  await expect
    .poll(async () => [await sumDays(pool), await sumElements(pool, 'rollup_element_day')], WAIT)
    .toEqual([await countEvents(pool), { ...(await countElements(pool)), invalid: 0 }])
}

/** A publication and pushes reach both processes: see `shop.ts` for how soon they must. */
async function expectChangesArrive({ annotate, task }: TestContext): Promise<void> {
  const published = await shop.publish(`https://shop.example/${task.id}-${crypto.randomUUID()}`)
  const pushed = [...(await shop.pushWeather('rain')), ...(await shop.pushWeather('clear'))]
  const describe = (delays: readonly number[]) => delays.map(Math.round).join(', ')
  await annotate(`published after ${describe(published)} ms, pushed after ${describe(pushed)} ms`)
}

describe('in the middle of traffic', () => {
  it('a publication and a push are in the ads of every process', async (context) => {
    const traffic = start()
    for (let round = 0; round < 5; round++) await expectChangesArrive(context)
    await expectNothingLost(traffic)
  }, 120_000)

  it('a Postgres that crashes takes no ad and no acknowledged event with it', async (context) => {
    const traffic = start()
    await traffic.serveMore(100)
    await installation.crashPostgres()
    await traffic.serveMore(150)
    await expectNothingLost(traffic)
    expect(traffic.unreachable()).toBe(0)
    await expectChangesArrive(context)
  }, 120_000)

  it('a Postgres that is killed leaves ads as they are; events are refused or kept', async (context) => {
    const traffic = start()
    await traffic.serveMore(50)
    await installation.withoutPostgres(async () => {
      await traffic.serveMore(200)
      // Longer than events wait for it: some are told to come again.
      await expect.poll(() => traffic.refused(), WAIT).toBeGreaterThan(0)
      await traffic.serveMore(50)
    })
    await traffic.serveMore(50)
    await expectNothingLost(traffic)
    expect(traffic.unreachable()).toBe(0)
    await expectChangesArrive(context)
  }, 180_000)

  it('a worker that is killed counts nothing twice when it comes back', async () => {
    const traffic = start()
    for (let round = 0; round < 2; round++) {
      await traffic.serveMore(80)
      await installation.worker.kill()
      await traffic.serveMore(40)
      await installation.worker.start()
    }
    await traffic.serveMore(40)
    await expectNothingLost(traffic)
  }, 120_000)

  it('a serving process that is killed loses nothing it acknowledged, and comes back', async (context) => {
    const traffic = start()
    const [first] = installation.serving
    await traffic.serveMore(80)
    await first.kill()
    await traffic.serveMore(80)
    await first.start()
    await traffic.serveMore(80)
    await expectNothingLost(traffic)
    await expectChangesArrive(context)
  }, 120_000)

  it('what is started while Postgres is away works as soon as it is back', async () => {
    const { serving, worker } = installation
    const [first] = serving
    await Promise.all([first.kill(), worker.kill()])
    let started: Promise<unknown> = Promise.resolve()
    await installation.withoutPostgres(async () => {
      started = Promise.all([first.start(), worker.start()])
      // No ad yet, and no error either: the page keeps what it has in the slot.
      const ask = () => fetch(`${first.origin}/api/serve/${shop.placementId}?format=json`)
      await expect
        .poll(
          () =>
            ask().then(
              ({ status }) => status,
              () => 0,
            ),
          WAIT,
        )
        .toBe(204)
    })
    await started
    const traffic = start()
    await traffic.serveMore(60)
    await expectNothingLost(traffic)
    expect(traffic.unreachable()).toBe(0)
  }, 120_000)
})

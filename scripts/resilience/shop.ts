import { setTimeout as sleep } from 'node:timers/promises'
import { signBody } from '@/lib/http/signed-body'
import type { Call } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, OBJECTIVES, type World } from '@/scripts/testing/http-world'
import { type Installation, retry } from './installation'
import { fetchAd, type ServedAd } from './traffic'

/** Well under the 30 s after which a process looks for changes that nobody told it of. */
const LONGEST_DELAY_MS = 20_000
const RULE = 'Rain'

/** A campaign on an installation, and what its owner changes in it while ads are served. */
export interface Shop {
  readonly placementId: string
  /** Both answer after how many ms each process served it, counted from the request. */
  publish(landingUrl: string): Promise<readonly number[]>
  pushWeather(condition: 'rain' | 'clear'): Promise<readonly number[]>
}

/** When it rains, only one of the two headlines may be shown. */
export async function openShop({ studio, serving }: Installation): Promise<Shop> {
  const world = await buildWorld(studio, 'shop')
  const placementId = world.ids.placement

  async function publish(step: string, body: object): Promise<void> {
    const id = world.ids.campaign
    await retry(async () => {
      const { editVersion } = await studio.db.campaign.findUniqueOrThrow({ where: { id } })
      const call = { as: world.owner, params: { campaignId: id } }
      const saved = { ...call, body: { editVersion, ...body } }
      await expectDone(studio, `PUT /api/v1/campaigns/{campaignId}/${step}`, saved)
      await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', call)
    })
  }
  async function measure(change: () => Promise<unknown>, isThere: (ad: ServedAd) => boolean) {
    const startedAt = performance.now()
    await change()
    const arrivals = serving.map(async ({ origin }) => {
      while (!isThere(await fetchAd(origin, placementId))) {
        if (performance.now() - startedAt > LONGEST_DELAY_MS) {
          throw new Error(`${origin} was not told of a change.`)
        }
        await sleep(5)
      }
      return performance.now() - startedAt
    })
    return Promise.all(arrivals)
  }

  await publish('rules', { rules: [createRainRule(world)] })
  return {
    placementId,
    publish(landingUrl) {
      const body = { name: 'Shop', objectives: { ...OBJECTIVES, landingUrl } }
      return measure(
        () => publish('objectives', body),
        (ad) => ad.landingUrl === landingUrl,
      )
    },
    pushWeather(condition) {
      const push = () =>
        expectDone(studio, 'POST /api/feeds/{feedId}', signWeather(world, condition))
      return measure(
        () => retry(push),
        (ad) => ad.arm === 'dynamic' && hasRainRule(ad, world) === (condition === 'rain'),
      )
    },
  }
}

function createRainRule({ ids }: World) {
  const condition = {
    kind: 'compare',
    field: 'weather.condition',
    operator: 'equals',
    value: 'rain',
  }
  const effect = { kind: 'show', slot: 'headline', assetIds: [ids.otherHeadline] }
  return { name: RULE, enabled: true, condition, effect }
}

function signWeather({ ids, secrets }: World, condition: string): Call {
  const items = [{ key: 'default', value: { condition, temperatureC: 9 } }]
  const content = JSON.stringify({ items })
  const headers = { 'x-intarsia-signature': signBody(secrets.feed, content, Date.now()) }
  const raw = { contentType: 'application/json', content }
  return { params: { feedId: ids.feed }, raw, headers }
}

function hasRainRule({ reasons, assets }: ServedAd, { ids }: World): boolean {
  const applies = reasons.some((reason) => reason.includes(`“${RULE}”`))
  if (applies && assets['headline']?.id !== ids.otherHeadline) throw new Error('The rule lies.')
  return applies
}

import { z } from 'zod'
import { approveAssets } from './approve-assets'
import type { Caller, Studio } from './http-studio'
import { DESIGN, expectDone, GOLD, OBJECTIVES } from './http-world'

export interface HeadlineCampaign {
  readonly name: string
  /** The slot's assets; the first one is the benchmark. */
  readonly headlines: readonly string[]
  readonly pageCategory?: string
  /** Out of the ids of the headlines, in their order. */
  readonly rules?: (headlineIds: readonly string[]) => readonly object[]
  readonly pilot?: { readonly holdoutShare?: number; readonly explorationFloor?: number }
}

export interface PublishedHeadlines {
  readonly campaignId: string
  readonly placementId: string
  readonly headlineIds: readonly string[]
}

const createdSchema = z.looseObject({ id: z.string() })

/** A campaign of one slot, made and published through the API; resolves when it is served. */
export async function publishHeadlines(
  studio: Studio,
  as: Caller,
  { name, headlines, pageCategory, rules, pilot }: HeadlineCampaign,
): Promise<PublishedHeadlines> {
  const create = async (operation: string, body: unknown) =>
    createdSchema.parse(await expectDone(studio, `POST ${operation}`, { as, body })).id
  const headlineIds: string[] = []
  for (const [index, text] of headlines.entries()) {
    const asset = { kind: 'headline', text, name: `${text.slice(0, 90)} ${index}` }
    headlineIds.push(await create('/api/v1/assets/copy', asset))
  }
  await approveAssets(studio.db, headlineIds)
  const segment = { name: `${name} ${headlines.length}`, condition: { kind: 'not', of: GOLD } }
  const segmentId = await create('/api/v1/segments', segment)
  const placement = { name, size: '300x250', pageCategory: pageCategory ?? null }
  const placementId = await create('/api/v1/placements', placement)
  const campaignId = await create('/api/v1/campaigns', { name })
  const steps: [string, object][] = [
    ['objectives', { name, objectives: OBJECTIVES }],
    ['assets', { design: DESIGN, slots: [{ ...SLOT, assetIds: headlineIds }] }],
    ['segments', { segmentIds: [segmentId] }],
    ['rules', { rules: rules?.(headlineIds) ?? [] }],
    [
      'pilot',
      {
        pilot: {
          segmentIds: [],
          slotKeys: [SLOT.key],
          placementIds: [placementId],
          trafficShare: 1,
          holdoutShare: 0,
          benchmark: { [SLOT.key]: headlineIds[0] },
          ...pilot,
        },
      },
    ],
  ]
  const params = { campaignId }
  for (const [editVersion, [step, body]] of steps.entries()) {
    const operation = `PUT /api/v1/campaigns/{campaignId}/${step}`
    await expectDone(studio, operation, { as, params, body: { editVersion, ...body } })
  }
  await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', { as, params })
  await waitUntilServed(studio, placementId)
  return { campaignId, placementId, headlineIds }
}

const SLOT = { key: 'headline', kind: 'headline' } as const
const PATIENCE_MS = 20_000

async function waitUntilServed(studio: Studio, placementId: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const { status } = await studio.fetchAd(`/api/serve/${placementId}?format=json`)
    if (status === 200) return
    if (Date.now() > deadline) throw new Error(`No ad is served: ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DEFAULT_BRAND_KIT } from '@/lib/brand/brand-kit'
import { campaignDetailSchema, publishedSchema } from '@/lib/campaigns/campaign-api'
import { previewSchema } from '@/lib/serve/preview-api'
import { openStudio } from '@/scripts/testing/http-studio'
import { BROWSER, buildWorld, expectDone, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'preview')
})

const GUARD = { severity: 'warn', reason: 'Ours.', owner: 'Brand' } as const
const BRAND = {
  ...DEFAULT_BRAND_KIT,
  fonts: { ...GUARD, heading: '"Playfair Display", Georgia', body: 'Inter, sans-serif' },
  palette: {
    ...{ ...GUARD, tolerance: 0.05 },
    colors: [
      { name: 'Forest', hex: '#1f4a43' },
      { name: 'Cream', hex: '#fbf7f0' },
    ],
  },
}
const servedSchema = z.object({
  html: z.string(),
  assets: z.record(z.string(), z.object({ id: z.string() })),
})

async function serve(placementId: string) {
  const headers = { 'user-agent': BROWSER }
  const answer = await studio.fetchAd(`/api/serve/${placementId}?format=json&html=1`, { headers })
  return servedSchema.parse(await answer.json())
}

/** What differs by design: where its two links lead, and the origin of pictures. */
const withoutLinks = (html: string) =>
  html
    .replaceAll(/https?:\/\/[^/"]+\/assets\//g, '/assets/')
    .replace(/(<a class="a[^"]*" href=")[^"]*/, '$1')
    .replace(/(<a class="y" href=")[^"]*/, '$1')

it('serves an ad in the brand’s fonts, byte for byte as the studio had shown it', async () => {
  const as = world.owner
  const params = { campaignId: world.ids.campaign }
  await expectDone(studio, 'PUT /api/v1/brand-kit', { as, body: { revision: 0, kit: BRAND } })
  publishedSchema.parse(
    await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', { as, params }),
  )

  // The serving process hears of a publication a moment later.
  const served = await vi.waitFor(async () => {
    const ad = await serve(world.ids.placement)
    expect(ad.html).toContain("font-family:'Playfair Display','Georgia',Helvetica,")
    return ad
  }, 15_000)
  const chosen = Object.fromEntries(
    Object.entries(served.assets).map(([slot, { id }]) => [slot, id]),
  )
  const preview = previewSchema.parse(
    await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/preview', {
      ...{ as, params, body: { size: '300x250', seeds: [1], chosen } },
    }),
  )

  expect(withoutLinks(served.html)).toBe(
    withoutLinks(preview.kind === 'ok' ? (preview.ads[0]?.html ?? '') : preview.kind),
  )
  expect(served.html).toContain("'Inter',sans-serif,Helvetica,")
})

it('begins a campaign in the colours of the brand', async () => {
  const campaign = campaignDetailSchema.parse(
    await expectDone(studio, 'POST /api/v1/campaigns', { as: world.owner, body: { name: 'New' } }),
  )
  expect(campaign.design).toMatchObject({
    backgroundColor: '#fbf7f0',
    textColor: '#1f4a43',
    accentColor: '#1f4a43',
    accentTextColor: '#fbf7f0',
    fonts: { body: { families: ['Inter', 'sans-serif'], widthRatio: 1.08 } },
  })
})

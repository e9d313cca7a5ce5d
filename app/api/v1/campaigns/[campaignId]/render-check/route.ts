import { z } from 'zod'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { route } from '@/lib/http/route'
import { renderPlanSchema, saveRenderChecksSchema } from '@/lib/render-checks/render-check'
import { planRenderCheck } from '@/lib/render-checks/server/plan-render-check'
import { saveRenderChecks } from '@/lib/render-checks/server/save-render-checks'

export const GET = route({
  summary: 'List the ads a browser has to draw to see every pair of elements, and what it found',
  access: 'read',
  params: campaignParamsSchema,
  response: renderPlanSchema,
  handle: ({ db, actor, params }) => planRenderCheck(db, actor, params.campaignId),
})

export const POST = route({
  summary: 'Keep what a browser found in drawn ads',
  access: 'asset.edit',
  params: campaignParamsSchema,
  body: saveRenderChecksSchema,
  response: z.object({ saved: z.number().int() }),
  async handle({ db, actor, params, body }) {
    await saveRenderChecks(db, actor, params.campaignId, body)
    return { saved: body.results.length }
  },
})

import { campaignProofSchema } from '@/lib/campaigns/proof'
import { getProof } from '@/lib/campaigns/server/get-proof'
import { route } from '@/lib/http/route'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'

export const GET = route({
  summary: 'Prove every guardrail over every combination the campaign can show',
  access: 'read',
  params: campaignParamsSchema,
  response: campaignProofSchema,
  handle: ({ db, actor, params }) => getProof(db, actor, params.campaignId),
})

import { z } from 'zod'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { route } from '@/lib/http/route'
import { revokeReviewLink } from '@/lib/reviews/server/review-links'

export const DELETE = route({
  summary: 'Take a review link back',
  access: 'asset.edit',
  params: campaignParamsSchema.extend({ linkId: z.string().max(40) }),
  response: z.object({ isRevoked: z.literal(true) }),
  async handle({ db, actor, params }) {
    await revokeReviewLink(db, actor, params.campaignId, params.linkId)
    return { isRevoked: true as const }
  },
})

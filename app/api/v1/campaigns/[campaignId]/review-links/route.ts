import { z } from 'zod'
import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { route } from '@/lib/http/route'
import {
  createdReviewLinkSchema,
  createReviewLinkSchema,
  reviewLinkSchema,
} from '@/lib/reviews/review'
import { createReviewLink, listReviewLinks } from '@/lib/reviews/server/review-links'

export const GET = route({
  summary: 'List the review links of a campaign, with what reviewers said',
  access: 'read',
  params: campaignParamsSchema,
  response: z.object({ items: z.array(reviewLinkSchema) }),
  handle: ({ db, actor, params }) => listReviewLinks(db, actor, params.campaignId),
})

export const POST = route({
  summary: 'Make a link for looking at ads without an account; its address is answered only here',
  access: 'asset.edit',
  params: campaignParamsSchema,
  body: createReviewLinkSchema,
  response: createdReviewLinkSchema,
  status: 201,
  handle: ({ db, actor, params, body }) => createReviewLink(db, actor, params.campaignId, body),
})

import { z } from 'zod'
import { assetReviewSchema } from '@/lib/approvals/review-api'
import { getAssetReview } from '@/lib/assets/server/get-asset-review'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read how an asset stands in review, and its history',
  access: 'read',
  params: z.object({ assetId: z.string().max(40) }),
  response: assetReviewSchema,
  handle: ({ db, actor, params: { assetId } }) => getAssetReview(db, actor, assetId),
})

import { reviewParamsSchema } from '@/app/api/v1/reviews/[token]/params'
import { clientAddress } from '@/lib/http/client-address'
import { route } from '@/lib/http/route'
import { reviewAdsQuerySchema, reviewAdsSchema } from '@/lib/reviews/review'
import { openReview } from '@/lib/reviews/server/open-review'
import { listReviewAds } from '@/lib/reviews/server/read-review'

export const GET = route({
  summary: 'List ads of a review, drawn as they would be served',
  access: 'public',
  params: reviewParamsSchema,
  query: reviewAdsQuerySchema,
  response: reviewAdsSchema,
  async handle({ db, params, query, request }) {
    return listReviewAds(await openReview(db, params.token, clientAddress(request.headers)), query)
  },
})

import { reviewParamsSchema } from '@/app/api/v1/reviews/[token]/params'
import { clientAddress } from '@/lib/http/client-address'
import { route } from '@/lib/http/route'
import { reviewSchema } from '@/lib/reviews/review'
import { openReview } from '@/lib/reviews/server/open-review'
import { readReview } from '@/lib/reviews/server/read-review'

export const GET = route({
  summary: 'Read a review by its link',
  access: 'public',
  params: reviewParamsSchema,
  response: reviewSchema,
  async handle({ db, params, request }) {
    const link = await openReview(db, params.token, clientAddress(request.headers))
    return readReview(db, link)
  },
})

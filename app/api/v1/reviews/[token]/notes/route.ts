import { reviewParamsSchema } from '@/app/api/v1/reviews/[token]/params'
import { clientAddress } from '@/lib/http/client-address'
import { route } from '@/lib/http/route'
import { createReviewNoteSchema, reviewNoteSchema } from '@/lib/reviews/review'
import { createReviewNote } from '@/lib/reviews/server/create-review-note'
import { openReview } from '@/lib/reviews/server/open-review'

export const POST = route({
  summary: 'Say something about the ads of a review, or decide',
  access: 'public',
  params: reviewParamsSchema,
  body: createReviewNoteSchema,
  response: reviewNoteSchema,
  status: 201,
  async handle({ db, params, body, request }) {
    const address = clientAddress(request.headers)
    return createReviewNote(db, await openReview(db, params.token, address), body, address)
  },
})

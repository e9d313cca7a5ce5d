import { reviewCountsSchema } from '@/lib/approvals/review-api'
import { countReview } from '@/lib/assets/server/list-review'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Count what is in each box of my review inbox',
  access: 'read',
  response: reviewCountsSchema,
  handle: ({ db, actor }) => countReview(db, actor),
})

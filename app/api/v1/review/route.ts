import { reviewBoxSchema } from '@/lib/approvals/review-api'
import { assetListSchema } from '@/lib/assets/asset-list'
import { listReview } from '@/lib/assets/server/list-review'
import { pageQuerySchema } from '@/lib/http/page'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the assets that wait for my review, that I sent to review, or that came back',
  access: 'read',
  query: pageQuerySchema.extend({ box: reviewBoxSchema.default('waiting') }),
  response: assetListSchema,
  handle: ({ db, actor, query }) => listReview(db, actor, query.box, query),
})

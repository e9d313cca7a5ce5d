import { campaignParamsSchema } from '@/app/api/v1/campaigns/[campaignId]/params'
import { galleryQuerySchema, gallerySchema } from '@/lib/gallery/gallery-api'
import { getGallery } from '@/lib/gallery/server/get-gallery'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read what every reachable ad of a campaign is made of',
  access: 'read',
  params: campaignParamsSchema,
  query: galleryQuerySchema,
  response: gallerySchema,
  handle: ({ db, actor, params, query }) => getGallery(db, actor, params.campaignId, query.source),
})

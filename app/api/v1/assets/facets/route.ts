import { assetFacetsQuerySchema, assetFacetsSchema } from '@/lib/assets/asset-list'
import { countAssetFacets } from '@/lib/assets/server/count-asset-facets'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Count assets by kind, state, tag and more, given the filters on the others',
  access: 'read',
  query: assetFacetsQuerySchema,
  response: assetFacetsSchema,
  handle: ({ db, actor, query }) => countAssetFacets(db, actor, query),
})

import { z } from 'zod'
import { findingListSchema } from '@/lib/brand/brand-kit-api'
import { getAssetFindings } from '@/lib/brand/server/find-findings'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List what an asset breaks of the brand’s rules of the moment',
  access: 'read',
  params: z.object({ assetId: z.string().max(40) }),
  response: findingListSchema,
  handle: ({ db, actor, params }) => getAssetFindings(db, actor, params.assetId),
})

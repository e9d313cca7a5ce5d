import { z } from 'zod'
import { assetUsageSchema } from '@/lib/assets/asset'
import { findAssetUsage } from '@/lib/assets/server/find-asset-usage'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the campaigns and slots an asset is in',
  access: 'read',
  params: z.object({ assetId: z.string().max(40) }),
  response: assetUsageSchema,
  handle: ({ db, actor, params: { assetId } }) => findAssetUsage(db, actor, assetId),
})

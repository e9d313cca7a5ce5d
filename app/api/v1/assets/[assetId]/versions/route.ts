import { z } from 'zod'
import { assetVersionListSchema } from '@/lib/assets/asset-version'
import { listAssetVersions } from '@/lib/assets/server/list-asset-versions'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the versions of an asset, the newest first',
  access: 'read',
  params: z.object({ assetId: z.string().max(40) }),
  response: assetVersionListSchema,
  handle: ({ db, actor, params: { assetId } }) => listAssetVersions(db, actor, assetId),
})

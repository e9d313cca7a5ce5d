import { z } from 'zod'
import { assetResponseSchema } from '@/lib/assets/asset'
import { restoreAssetVersion } from '@/lib/assets/server/restore-asset-version'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Give an asset the content of an older version again, as a new version',
  access: 'asset.edit',
  params: z.object({
    assetId: z.string().max(40),
    version: z.coerce.number().int().min(1).max(1_000_000),
  }),
  response: assetResponseSchema,
  handle: ({ db, actor, params: { assetId, version } }) =>
    restoreAssetVersion(db, actor, assetId, version, settleLiveAssets),
})

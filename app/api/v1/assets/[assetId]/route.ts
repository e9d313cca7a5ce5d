import { z } from 'zod'
import { updateAssetSchema } from '@/lib/assets/asset'
import { assetImpactSchema } from '@/lib/assets/asset-impact'
import { getAsset } from '@/lib/assets/server/get-asset'
import { updateAsset } from '@/lib/assets/server/update-asset'
import { checkedAssetSchema } from '@/lib/brand/brand-kit-api'
import { withFindings } from '@/lib/brand/server/find-findings'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

const params = z.object({ assetId: z.string().max(40) })

export const GET = route({
  summary: 'Read an asset',
  access: 'read',
  params,
  response: checkedAssetSchema,
  handle: async ({ db, actor, params: { assetId } }) =>
    withFindings(db, actor, await getAsset(db, actor, assetId)),
})

export const PATCH = route({
  summary: 'Edit an asset; another content undoes its approval, in live campaigns too',
  access: 'asset.edit',
  params,
  body: updateAssetSchema,
  response: checkedAssetSchema.extend({ impact: assetImpactSchema }),
  handle: async ({ db, actor, params: { assetId }, body }) => {
    const { impact, ...asset } = await updateAsset(db, actor, assetId, body, settleLiveAssets)
    return { ...(await withFindings(db, actor, asset)), impact }
  },
})

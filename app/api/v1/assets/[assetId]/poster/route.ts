import { z } from 'zod'
import { assetImpactSchema } from '@/lib/assets/asset-impact'
import { readPicture } from '@/lib/assets/server/read-upload'
import { setVideoPoster } from '@/lib/assets/server/set-video-poster'
import { checkedAssetSchema } from '@/lib/brand/brand-kit-api'
import { withFindings } from '@/lib/brand/server/find-findings'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const PUT = route({
  summary:
    'Set a video’s poster, as the body itself or as multipart/form-data with a `file`; undoes its approval, in live campaigns too',
  access: 'asset.edit',
  params: z.object({ assetId: z.string().max(40) }),
  response: checkedAssetSchema.extend({ impact: assetImpactSchema }),
  handle: async ({ db, actor, params: { assetId }, request }) => {
    const bytes = await readPicture(request)
    const { impact, ...asset } = await setVideoPoster(db, actor, assetId, bytes, settleLiveAssets)
    return { ...(await withFindings(db, actor, asset)), impact }
  },
})

import { changeAssetStateResponseSchema, changeAssetStateSchema } from '@/lib/assets/asset'
import { changeAssetState } from '@/lib/assets/server/change-asset-state'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const POST = route({
  summary:
    'Take assets through review: submit, withdraw, approve, ask for changes, reject, archive, restore',
  access: 'asset.edit',
  body: changeAssetStateSchema,
  response: changeAssetStateResponseSchema,
  handle: ({ db, actor, body }) => changeAssetState(db, actor, body, settleLiveAssets),
})

import { changeAssetStateResponseSchema, changeAssetStateSchema } from '@/lib/assets/asset'
import { changeAssetState } from '@/lib/assets/server/change-asset-state'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Submit, approve, reject, archive or restore assets',
  access: 'asset.edit',
  body: changeAssetStateSchema,
  response: changeAssetStateResponseSchema,
  handle: ({ db, actor, body }) => changeAssetState(db, actor, body),
})

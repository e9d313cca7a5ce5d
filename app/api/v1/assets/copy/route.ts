import { assetResponseSchema, createCopyAssetSchema } from '@/lib/assets/asset'
import { createCopyAsset } from '@/lib/assets/server/create-copy-asset'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Add a piece of copy',
  access: 'asset.edit',
  body: createCopyAssetSchema,
  response: assetResponseSchema,
  status: 201,
  handle: ({ db, actor, body }) => createCopyAsset(db, actor, body),
})

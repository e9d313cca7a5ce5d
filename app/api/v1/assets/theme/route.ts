import { assetResponseSchema, createThemeAssetSchema } from '@/lib/assets/asset'
import { createThemeAsset } from '@/lib/assets/server/create-theme-asset'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Add a colour theme',
  access: 'asset.edit',
  body: createThemeAssetSchema,
  response: assetResponseSchema,
  status: 201,
  handle: ({ db, actor, body }) => createThemeAsset(db, actor, body),
})

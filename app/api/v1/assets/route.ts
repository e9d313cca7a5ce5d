import { uploadImageQuerySchema, uploadImageResponseSchema } from '@/lib/assets/asset'
import { assetListSchema, listAssetsQuerySchema } from '@/lib/assets/asset-list'
import { listAssets } from '@/lib/assets/server/list-assets'
import { readUpload } from '@/lib/assets/server/read-upload'
import { uploadImageAsset } from '@/lib/assets/server/upload-image-asset'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List assets',
  access: 'read',
  query: listAssetsQuerySchema,
  response: assetListSchema,
  handle: ({ db, actor, query }) => listAssets(db, actor, query),
})

export const POST = route({
  summary: 'Upload a picture, as the body itself or as multipart/form-data with a `file`',
  access: 'asset.edit',
  query: uploadImageQuerySchema,
  response: uploadImageResponseSchema,
  status: 201,
  handle: async ({ db, actor, query, request }) =>
    uploadImageAsset(db, actor, await readUpload(request, query)),
})

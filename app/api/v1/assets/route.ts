import { uploadImageQuerySchema, uploadImageResponseSchema } from '@/lib/assets/asset'
import { assetListSchema, listAssetsQuerySchema } from '@/lib/assets/asset-list'
import { listAssets } from '@/lib/assets/server/list-assets'
import { readUpload } from '@/lib/assets/server/read-upload'
import { uploadImageAsset } from '@/lib/assets/server/upload-image-asset'
import { checkedAssetSchema } from '@/lib/brand/brand-kit-api'
import { withFindings } from '@/lib/brand/server/find-findings'
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
  response: uploadImageResponseSchema.extend({ asset: checkedAssetSchema }),
  status: 201,
  handle: async ({ db, actor, query, request }) => {
    const uploaded = await uploadImageAsset(db, actor, await readUpload(request, query))
    return { ...uploaded, asset: await withFindings(db, actor, uploaded.asset) }
  },
})

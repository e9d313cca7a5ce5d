import { uploadImageQuerySchema, uploadImageResponseSchema } from '@/lib/assets/asset'
import { assetListSchema, listAssetsQuerySchema } from '@/lib/assets/asset-list'
import { listAssets } from '@/lib/assets/server/list-assets'
import { readUpload } from '@/lib/assets/server/read-upload'
import { uploadFileAsset } from '@/lib/assets/server/upload-file-asset'
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
  summary:
    'Upload a picture or a short video, as the body itself or as multipart/form-data with a `file` and, for a video, a `poster`',
  access: 'asset.edit',
  query: uploadImageQuerySchema,
  response: uploadImageResponseSchema.extend({ asset: checkedAssetSchema }),
  status: 201,
  handle: async ({ db, actor, query, request }) => {
    const { kind = 'image', ...file } = await readUpload(request, query)
    const uploaded = await uploadFileAsset(db, actor, { ...file, kind })
    return { ...uploaded, asset: await withFindings(db, actor, uploaded.asset) }
  },
})

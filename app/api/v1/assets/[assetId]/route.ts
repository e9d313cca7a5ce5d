import { z } from 'zod'
import { assetResponseSchema, updateAssetSchema } from '@/lib/assets/asset'
import { getAsset } from '@/lib/assets/server/get-asset'
import { updateAsset } from '@/lib/assets/server/update-asset'
import { route } from '@/lib/http/route'

const params = z.object({ assetId: z.string().max(40) })

export const GET = route({
  summary: 'Read an asset',
  access: 'read',
  params,
  response: assetResponseSchema,
  handle: ({ db, actor, params: { assetId } }) => getAsset(db, actor, assetId),
})

export const PATCH = route({
  summary: 'Edit an asset; its approval is undone unless only tags change',
  access: 'asset.edit',
  params,
  body: updateAssetSchema,
  response: assetResponseSchema,
  handle: ({ db, actor, params: { assetId }, body }) => updateAsset(db, actor, assetId, body),
})

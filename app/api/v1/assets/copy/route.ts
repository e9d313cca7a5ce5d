import { createCopyAssetSchema } from '@/lib/assets/asset'
import { createCopyAsset } from '@/lib/assets/server/create-copy-asset'
import { checkedAssetSchema } from '@/lib/brand/brand-kit-api'
import { withFindings } from '@/lib/brand/server/find-findings'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Add a piece of copy',
  access: 'asset.edit',
  body: createCopyAssetSchema,
  response: checkedAssetSchema,
  status: 201,
  handle: async ({ db, actor, body }) =>
    withFindings(db, actor, await createCopyAsset(db, actor, body)),
})

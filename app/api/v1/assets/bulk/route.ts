import { bulkChangeSchema, bulkResultSchema } from '@/lib/assets/bulk-change'
import { bulkChangeAssets } from '@/lib/assets/server/bulk-change-assets'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Tag, set, submit, approve, archive or restore many assets, or all that fit a filter',
  access: 'asset.edit',
  body: bulkChangeSchema,
  response: bulkResultSchema,
  handle: ({ db, actor, body }) => bulkChangeAssets(db, actor, body, settleLiveAssets),
})

import { z } from 'zod'
import { bulkResultSchema } from '@/lib/assets/bulk-change'
import { undoBulkChange } from '@/lib/assets/server/undo-bulk-change'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const POST = route({
  summary: 'Take back a change of many assets; by whoever made it, within an hour',
  access: 'asset.edit',
  params: z.object({ undoId: z.string().max(40) }),
  response: bulkResultSchema,
  handle: ({ db, actor, params: { undoId } }) =>
    undoBulkChange(db, actor, undoId, settleLiveAssets),
})

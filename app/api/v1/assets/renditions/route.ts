import { renditionProgressSchema } from '@/lib/assets/asset'
import { getRenditionProgress } from '@/lib/assets/server/render-stale-assets'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'How many pictures still lack a size or a format; they are made in the background',
  access: 'read',
  response: renditionProgressSchema,
  handle: ({ db, actor }) => getRenditionProgress(db, actor),
})

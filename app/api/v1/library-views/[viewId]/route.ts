import { z } from 'zod'
import { libraryViewSchema, saveLibraryViewSchema } from '@/lib/assets/library-view'
import { deleteLibraryView, updateLibraryView } from '@/lib/assets/server/library-views'
import { route } from '@/lib/http/route'

const params = z.object({ viewId: z.string().max(40) })

export const PUT = route({
  summary: 'Rename a saved view of the library, or change what it shows',
  access: 'asset.edit',
  params,
  body: saveLibraryViewSchema,
  response: libraryViewSchema,
  handle: ({ db, actor, params: { viewId }, body }) => updateLibraryView(db, actor, viewId, body),
})

export const DELETE = route({
  summary: 'Remove a saved view of the library',
  access: 'asset.edit',
  params,
  response: z.object({ id: z.string() }),
  handle: ({ db, actor, params: { viewId } }) => deleteLibraryView(db, actor, viewId),
})

import {
  libraryViewListSchema,
  libraryViewSchema,
  saveLibraryViewSchema,
} from '@/lib/assets/library-view'
import { createLibraryView, listLibraryViews } from '@/lib/assets/server/library-views'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'List the saved views of the library',
  access: 'read',
  response: libraryViewListSchema,
  handle: ({ db, actor }) => listLibraryViews(db, actor),
})

export const POST = route({
  summary: 'Save a view of the library',
  access: 'asset.edit',
  body: saveLibraryViewSchema,
  response: libraryViewSchema,
  status: 201,
  handle: ({ db, actor, body }) => createLibraryView(db, actor, body),
})

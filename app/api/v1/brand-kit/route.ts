import { brandKitResponseSchema, saveBrandKitSchema } from '@/lib/brand/brand-kit-api'
import { getBrandKit, saveBrandKit } from '@/lib/brand/server/brand-kits'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read the rules of the brand',
  access: 'read',
  response: brandKitResponseSchema,
  handle: ({ db, actor }) => getBrandKit(db, actor.workspaceId),
})

export const PUT = route({
  summary: 'Replace the rules of the brand',
  access: 'brand.edit',
  body: saveBrandKitSchema,
  response: brandKitResponseSchema,
  handle: ({ db, actor, body }) => saveBrandKit(db, actor, body),
})

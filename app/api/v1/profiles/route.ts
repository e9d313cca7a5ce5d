import { z } from 'zod'
import { route } from '@/lib/http/route'
import { attributeSummarySchema } from '@/lib/profiles/profile'
import { listAttributes } from '@/lib/profiles/server/list-attributes'

export const GET = route({
  summary: 'Summarise customer profiles: how many, with which attributes',
  access: 'read',
  response: z.object({
    profileCount: z.number().int(),
    consentedCount: z.number().int(),
    attributes: z.array(attributeSummarySchema),
  }),
  handle: async ({ db, actor }) => {
    const where = { workspaceId: actor.workspaceId }
    const [profileCount, consentedCount, attributes] = await Promise.all([
      db.profile.count({ where }),
      db.profile.count({ where: { ...where, hasConsent: true } }),
      listAttributes(db, actor),
    ])
    return { profileCount, consentedCount, attributes }
  },
})

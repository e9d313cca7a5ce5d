import { route } from '@/lib/http/route'
import { profileSummarySchema } from '@/lib/profiles/profile'
import { listAttributes } from '@/lib/profiles/server/list-attributes'

export const GET = route({
  summary: 'Summarise customer profiles: how many, with which attributes',
  access: 'read',
  response: profileSummarySchema,
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

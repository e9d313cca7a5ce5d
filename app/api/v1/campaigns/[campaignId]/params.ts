import { z } from 'zod'

export const campaignParamsSchema = z.object({ campaignId: z.string().max(40) })

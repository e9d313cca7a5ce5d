import { z } from 'zod'

export const reviewParamsSchema = z.object({ token: z.string().max(200) })

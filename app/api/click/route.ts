import { clickRoute } from '@/lib/serve/server/click-route'

export const GET = clickRoute.fetch

import { optOutRoute } from '@/lib/serve/server/opt-out-route'

export const POST = optOutRoute.fetch

import { serveRoute } from '@/lib/serve/server/serve-route'

export const GET = serveRoute.fetch
export const POST = serveRoute.fetch
export const OPTIONS = serveRoute.fetch

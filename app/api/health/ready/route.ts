import { readyRoute } from '@/lib/serve/server/health-route'

export const dynamic = 'force-dynamic'
export const GET = readyRoute.fetch

import { eventRoute } from '@/lib/serve/server/event-route'

export const GET = eventRoute.fetch
export const POST = eventRoute.fetch
export const OPTIONS = eventRoute.fetch

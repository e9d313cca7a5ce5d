import { getEnv } from '@/lib/env'
import { createOpenApiDocument } from '@/lib/http/openapi-document'
import { AD_PATHS } from './ad-paths'
import { ROUTE_TABLE } from './route-table'

export function GET(): Response {
  return Response.json(createOpenApiDocument(ROUTE_TABLE, AD_PATHS, getEnv().PUBLIC_URL), {
    headers: { 'cache-control': 'no-cache' },
  })
}

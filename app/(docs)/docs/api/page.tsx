import type { Metadata } from 'next'
import { AD_PATHS } from '@/app/api/openapi/ad-paths'
import { ROUTE_TABLE } from '@/app/api/openapi/route-table'
import { ApiReference } from '@/components/docs/api-reference'
import { getEnv } from '@/lib/env'
import { createOpenApiDocument } from '@/lib/http/openapi-document'

export const metadata: Metadata = { title: 'API' }
export const dynamic = 'force-dynamic'

export default function ApiDocsPage() {
  const origin = getEnv().PUBLIC_URL
  return (
    <ApiReference document={createOpenApiDocument(ROUTE_TABLE, AD_PATHS, origin)} origin={origin} />
  )
}

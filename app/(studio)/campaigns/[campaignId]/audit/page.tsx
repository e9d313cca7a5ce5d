import type { Metadata } from 'next'
import { AuditView } from '@/components/campaign/audit/audit-view'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Audit of the assets' }

export default async function AuditPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  return <AuditView campaignId={campaignId} permissions={actor.permissions} />
}

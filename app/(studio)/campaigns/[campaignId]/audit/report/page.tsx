import type { Metadata } from 'next'
import { AuditReport } from '@/components/campaign/audit/audit-report'
import { getAudit } from '@/lib/audit/server/get-audit'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { getDatabase } from '@/lib/db/client'

export const metadata: Metadata = { title: 'Audit report' }

export default async function AuditReportPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  const db = getDatabase()
  const [campaign, audit] = await Promise.all([
    getCampaign(db, actor, campaignId),
    getAudit(db, actor, campaignId),
  ])
  return <AuditReport campaign={campaign} audit={audit} />
}

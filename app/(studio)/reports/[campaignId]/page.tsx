import type { Metadata } from 'next'
import { ReportView } from '@/components/reports/report-view'
import { findCampaignName } from '@/lib/campaigns/server/find-campaign-name'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getDatabase } from '@/lib/db/client'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Report' }

export default async function ReportPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  const campaignName = await findCampaignName(getDatabase(), actor, campaignId)
  if (campaignName === null) notFound()
  return <ReportView campaignId={campaignId} campaignName={campaignName} />
}

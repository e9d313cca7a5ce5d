import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DecisionList } from '@/components/decisions/decision-list'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { findCampaignName } from '@/lib/campaigns/server/find-campaign-name'
import { getDatabase } from '@/lib/db/client'

export const metadata: Metadata = { title: 'Decisions' }

export default async function DecisionsPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  const campaignName = await findCampaignName(getDatabase(), actor, campaignId)
  if (campaignName === null) notFound()
  return <DecisionList campaignId={campaignId} campaignName={campaignName} />
}

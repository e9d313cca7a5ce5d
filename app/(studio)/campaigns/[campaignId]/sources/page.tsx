import type { Metadata } from 'next'
import { SourcesStep } from '@/components/sources/sources-step'

export const metadata: Metadata = { title: 'Data sources' }

export default async function CampaignSourcesPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const { campaignId } = await params
  return <SourcesStep campaignId={campaignId} />
}

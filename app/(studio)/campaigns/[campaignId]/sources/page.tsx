import type { Metadata } from 'next'
import { SourcesStep } from '@/components/sources/sources-step'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Data sources' }

export default async function CampaignSourcesPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  return <SourcesStep campaignId={campaignId} canEdit={actor.permissions.includes('source.edit')} />
}

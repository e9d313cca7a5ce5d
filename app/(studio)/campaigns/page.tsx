import type { Metadata } from 'next'
import { CampaignList } from '@/components/campaign/campaign-list'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Campaigns' }

export default async function CampaignsPage() {
  const { actor } = await getStudioContext()
  return <CampaignList canEdit={actor.permissions.includes('campaign.edit')} />
}

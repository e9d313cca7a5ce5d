import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CampaignShell } from '@/components/campaign/campaign-shell'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { getDatabase } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'

interface CampaignLayoutProps {
  children: ReactNode
  params: Promise<{ campaignId: string }>
}

export default async function CampaignLayout({ children, params }: CampaignLayoutProps) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  const campaign = await getCampaign(getDatabase(), actor, campaignId).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'not_found') notFound()
    throw error
  })
  return (
    <CampaignShell
      initialCampaign={campaign}
      canEdit={actor.permissions.includes('campaign.edit')}
      canPublish={actor.permissions.includes('campaign.publish')}
    >
      {children}
    </CampaignShell>
  )
}

import type { Metadata } from 'next'
import { SuccessDocument } from '@/components/campaign/objectives/success-document'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { getDatabase } from '@/lib/db/client'

export const metadata: Metadata = { title: 'Success document' }

export default async function SuccessDocumentPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  return <SuccessDocument campaign={await getCampaign(getDatabase(), actor, campaignId)} />
}

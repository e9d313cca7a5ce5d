import { redirect } from 'next/navigation'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getCampaign } from '@/lib/campaigns/server/get-campaign'
import { getDatabase } from '@/lib/db/client'

/** Opens where the work is: the first step that is not done, or the report of a live campaign. */
export default async function CampaignPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  const campaign = await getCampaign(getDatabase(), actor, campaignId)
  const open = campaign.steps.find((step) => step.state !== 'done')
  redirect(
    `/campaigns/${campaignId}/${campaign.revision > 0 ? 'scale' : (open?.step ?? 'objectives')}`,
  )
}

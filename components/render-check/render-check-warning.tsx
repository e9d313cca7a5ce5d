'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { formatCount } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { useRenderPlan } from './use-render-check'

/** Says that drawn ads of the draft have findings; nothing where there are none. */
export function RenderCheckWarning({ campaign }: { campaign: CampaignDetail }) {
  const { data: plan } = useRenderPlan(campaign)
  if (plan?.kind !== 'ok') return null
  const found = plan.cells.filter(({ findings }) => (findings?.length ?? 0) > 0).length
  if (found === 0) return null
  return (
    <Callout
      tone="warning"
      title={
        found === 1 ? 'A drawn ad has findings' : `${formatCount(found)} drawn ads have findings`
      }
      actions={
        <ButtonLink href={`/campaigns/${campaign.id}/gallery#rendered-check`}>See them</ButtonLink>
      }
    >
      A text is cut off, leaves its ad or is hard to read.
    </Callout>
  )
}

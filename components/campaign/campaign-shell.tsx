'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { Stepper } from '@/components/ui/stepper'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { CampaignPermissionsContext } from './campaign-permissions'
import { CampaignStatusMenu } from './campaign-status-menu'
import { PublishButton } from './publish-button'
import { STEP_LABELS } from './step-labels'
import { StepPager } from './step-pager'
import { useCampaign } from './use-campaign'

interface CampaignShellProps {
  initialCampaign: CampaignDetail
  canEdit: boolean
  canPublish: boolean
  children: ReactNode
}

export function CampaignShell({
  initialCampaign,
  canEdit,
  canPublish,
  children,
}: CampaignShellProps) {
  const campaign = useCampaign(initialCampaign.id, initialCampaign).data ?? initialCampaign
  const page = usePathname().split('/')[3] ?? 'objectives'
  // The audit is the other half of the assets step.
  const currentId = page === 'audit' ? 'assets' : page
  const permissions = useMemo(() => ({ canEdit, canPublish }), [canEdit, canPublish])
  return (
    <CampaignPermissionsContext value={permissions}>
      <PageHeader
        breadcrumbs={[{ label: 'Campaigns', href: '/campaigns' }]}
        title={campaign.name}
        meta={
          <>
            <StatusBadge status={campaign.status} />
            {campaign.isSimulated && <Badge tone="outline">Simulated traffic</Badge>}
            {!canEdit && <Badge tone="outline">Read only for your role</Badge>}
            {campaign.hasUnpublishedChanges && <Badge tone="warning">Unpublished changes</Badge>}
          </>
        }
        actions={
          <>
            <ButtonLink href={`/campaigns/${campaign.id}/preview`}>Preview</ButtonLink>
            <ButtonLink href={`/campaigns/${campaign.id}/gallery`}>See all ads</ButtonLink>
            <ButtonLink href={`/reports/${campaign.id}`}>Report</ButtonLink>
            {canPublish && <CampaignStatusMenu campaign={campaign} />}
            {canPublish && <PublishButton campaign={campaign} />}
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[200px_minmax(0,1fr)] print:block">
        <div className="min-w-0 lg:sticky lg:top-5 lg:self-start print:hidden">
          <Stepper
            aria-label="Steps of the campaign"
            currentId={currentId}
            steps={campaign.steps.map(({ step, state, reason }) => ({
              id: step,
              label: STEP_LABELS[step],
              href: `/campaigns/${campaign.id}/${step}`,
              state: state === 'needs_attention' ? 'attention' : state,
              reason,
            }))}
          />
        </div>
        <div className="min-w-0">
          {children}
          <StepPager campaignId={campaign.id} currentId={currentId} />
        </div>
      </div>
    </CampaignPermissionsContext>
  )
}

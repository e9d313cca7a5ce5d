'use client'

import { FlaskConical } from 'lucide-react'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { IssueList } from '@/components/campaign/preview/issue-list'
import { PublishButton } from '@/components/campaign/publish-button'
import { StepSaveBar } from '@/components/campaign/step-save-bar'
import { useCampaign } from '@/components/campaign/use-campaign'
import { useFocusAnchor } from '@/components/campaign/use-focus-anchor'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LeaveGuard } from '@/components/ui/leave-guard'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { AudienceField } from './audience-field'
import { BenchmarkCard } from './benchmark-card'
import { DurationCard } from './duration-card'
import { PilotNumbers } from './pilot-numbers'
import { PlacementsField } from './placements-field'
import { TagCard } from './tag-card'
import { TrafficCard } from './traffic-card'
import { usePilotEdit } from './use-pilot-edit'

interface PilotStepProps {
  campaignId: string
  /** The public address that tags call. */
  origin: string
}

export function PilotStep({ campaignId, origin }: PilotStepProps) {
  const { data: campaign } = useCampaign(campaignId)
  if (!campaign) return null
  if (campaign.slots.length === 0) {
    return (
      <Card title="Pilot">
        <EmptyState
          icon={<FlaskConical />}
          title="Nothing to try out yet"
          body="The pilot shows ads made of your pictures and texts to a part of the viewers. Add those first."
          action={<ButtonLink href={`/campaigns/${campaign.id}/assets`}>Add assets</ButtonLink>}
        />
      </Card>
    )
  }
  return <PilotPlan campaign={campaign} origin={origin} />
}

function PilotPlan({ campaign, origin }: { campaign: CampaignDetail; origin: string }) {
  const { canEdit, canPublish } = useCampaignPermissions()
  const edit = usePilotEdit(campaign)
  const { pilot, change, issueOf } = edit
  const hasStarted = campaign.revision > 0
  const isReady = !edit.isNew && !edit.isDirty && !hasStarted
  useFocusAnchor()
  return (
    <div className="space-y-5">
      <LeaveGuard when={edit.isDirty} />
      {isReady && campaign.issues.length > 0 && (
        <IssueList title="Nearly there" campaignId={campaign.id} issues={campaign.issues} />
      )}
      {isReady && canPublish && campaign.issues.length === 0 && (
        <Callout
          tone="success"
          title="Ready to start"
          actions={<PublishButton campaign={campaign} label="Start the pilot" />}
        >
          Publishing starts the pilot: the ad appears in its placements within a second, for the
          length of the flight.
        </Callout>
      )}
      {hasStarted && <PilotNumbers campaign={campaign} />}
      <fieldset disabled={!canEdit} className="min-w-0 space-y-5">
        <Card title="Who and where">
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <AudienceField
              segments={campaign.segments}
              segmentIds={pilot.segmentIds}
              issue={issueOf('segmentIds')}
              onChange={(segmentIds) => change({ segmentIds })}
            />
            <PlacementsField
              campaignId={campaign.id}
              placements={edit.placements}
              placementIds={pilot.placementIds}
              issue={issueOf('placementIds')}
              canEdit={canEdit}
              onChange={(placementIds) => change({ placementIds })}
            />
          </div>
        </Card>
        <BenchmarkCard campaign={campaign} edit={edit} />
        <TrafficCard edit={edit} disabled={!canEdit} />
      </fieldset>
      <DurationCard campaign={campaign} edit={edit} />
      {campaign.placements.length > 0 && <TagCard campaign={campaign} origin={origin} />}
      {canEdit && (edit.isDirty || edit.isNew) && (
        <StepSaveBar
          edit={edit}
          label="Save the pilot"
          status={edit.isDirty ? 'Not saved yet' : 'A proposal: change what you like, then save'}
          onSave={edit.save}
        />
      )}
    </div>
  )
}

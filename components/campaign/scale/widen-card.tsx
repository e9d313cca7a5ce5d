'use client'

import { useState } from 'react'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useSaveStep } from '@/components/campaign/use-campaign'
import { CreatePlacementDialog } from '@/components/placements/create-placement-dialog'
import { usePlacements } from '@/components/placements/use-placements'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { MultiSelect } from '@/components/ui/multi-select'
import { Slider } from '@/components/ui/slider'
import type { CampaignDetail, SavePilot } from '@/lib/campaigns/campaign-api'
import type { Pilot } from '@/lib/campaigns/pilot'
import { describeAdSize } from '@/lib/decision/ad-size'

/** Widens the pilot: more segments, more placements, more of the traffic. */
export function WidenCard({ campaign, pilot }: { campaign: CampaignDetail; pilot: Pilot }) {
  const { canEdit } = useCampaignPermissions()
  const placements = usePlacements()
  const save = useSaveStep<SavePilot>(campaign.id, 'pilot')
  const [draft, setDraft] = useState(pilot)
  const change = (part: Partial<Pilot>) => setDraft((current) => ({ ...current, ...part }))
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const isChanged = JSON.stringify(draft) !== JSON.stringify(pilot)
  return (
    <Card
      title="Widen"
      description="Bring what works to more people and places. Publish the changes afterwards to make them so."
      actions={
        canEdit && (
          <CreatePlacementDialog
            onCreated={({ id }) => change({ placementIds: [...draft.placementIds, id] })}
          />
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Segments" hint="None chosen means everybody">
          <MultiSelect
            disabled={!canEdit}
            placeholder="Everybody"
            value={draft.segmentIds}
            onValueChange={(segmentIds) => change({ segmentIds })}
            options={campaign.segments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label="Placements">
          <MultiSelect
            disabled={!canEdit}
            loading={placements.isPending}
            value={draft.placementIds}
            onValueChange={(placementIds) => change({ placementIds })}
            options={(placements.data?.items ?? []).map(({ id, name, size }) => ({
              value: id,
              label: name,
              description: describeAdSize(size),
            }))}
          />
        </Field>
        <Field label="Share of the traffic in the campaign" group>
          <Slider
            disabled={!canEdit}
            min={1}
            max={100}
            value={Math.round(draft.trafficShare * 100)}
            onValueChange={(value) => change({ trafficShare: value / 100 })}
            format={(value) => `${value} %`}
          />
        </Field>
        <Field
          label="Of it, kept for the benchmark"
          hint={`${percent(draft.trafficShare * (1 - draft.holdoutShare))} of all viewers see the dynamic ad`}
          group
        >
          <Slider
            disabled={!canEdit}
            min={0}
            max={90}
            value={Math.round(draft.holdoutShare * 100)}
            onValueChange={(value) => change({ holdoutShare: value / 100 })}
            format={(value) => `${value} %`}
          />
        </Field>
      </div>
      {canEdit && (
        <div className="mt-4 flex justify-end">
          <Button
            variant="primary"
            disabled={!isChanged || draft.placementIds.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate({ editVersion: campaign.editVersion, pilot: draft })}
          >
            Save
          </Button>
        </div>
      )}
    </Card>
  )
}

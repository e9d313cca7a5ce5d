'use client'

import { useState } from 'react'
import { TagSnippets } from '@/components/placements/tag-snippets'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { describeAdSize } from '@/lib/decision/ad-size'

/** The tags of the pilot's placements, to copy into the pages. */
export function TagCard({ campaign, origin }: { campaign: CampaignDetail; origin: string }) {
  const { placements } = campaign
  const [chosenId, setChosenId] = useState<string | null>(null)
  const placement = placements.find(({ id }) => id === chosenId) ?? placements[0]
  if (!placement) return null
  return (
    <Card
      title="Put the ad on your pages"
      description="Once for each placement. Later changes to the campaign need no new tag."
    >
      <div className="space-y-4">
        <Field label="Placement" className="max-w-sm">
          <Select
            value={placement.id}
            onValueChange={setChosenId}
            options={placements.map(({ id, name, size }) => ({
              value: id,
              label: name,
              description: describeAdSize(size),
            }))}
          />
        </Field>
        <TagSnippets origin={origin} placement={placement} />
      </div>
    </Card>
  )
}

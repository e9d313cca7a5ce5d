'use client'

import { useMemo, useState } from 'react'
import { previewCreative, shownIn } from '@/components/campaign/assets/ad-combination'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Select } from '@/components/ui/select'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { type AdSize, adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import { Anchor } from './anchor'
import { BenchmarkRow } from './benchmark-row'
import type { PilotEdit } from './use-pilot-edit'

interface BenchmarkCardProps {
  campaign: CampaignDetail
  edit: PilotEdit
}

/** Which slots vary, and the one static ad everything is compared with. */
export function BenchmarkCard({ campaign, edit }: BenchmarkCardProps) {
  const { pilot, placements, change, issueOf } = edit
  const used = (placements.data?.items ?? [])
    .filter(({ id }) => pilot.placementIds.includes(id))
    .map(({ size }) => size)
  const [chosenSize, setSize] = useState<AdSize | null>(null)
  const size = chosenSize ?? used[0] ?? '300x250'
  const html = useMemo(() => {
    const assets = campaign.slots.flatMap(({ key, assets: own }) => {
      const asset = own.find(({ id }) => id === pilot.benchmark[key])
      return asset ? [[key, asset] as const] : []
    })
    const { design, slots } = campaign
    const shown = shownIn(design, slots, Object.fromEntries(assets), size)
    return previewCreative(design, shown, size).html
  }, [campaign, pilot.benchmark, size])
  const slotsIssue = issueOf('slotKeys')

  return (
    <Card
      title="What varies, and against what"
      description="Slots that vary are put together for each viewer. The benchmark is the one ad you would run otherwise."
      actions={
        <Explain term="Benchmark">
          A static ad: for each slot one fixed element. Viewers outside the pilot and in the holdout
          see it, and so does everybody if something ever fails. Whether the dynamic ad is worth it
          is told by comparing the two.
        </Explain>
      }
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_auto]">
        <Anchor id="slotKeys" className="min-w-0">
          {slotsIssue && <p className="text-danger mb-2 text-sm">{slotsIssue}</p>}
          <ul className="divide-border -my-3 divide-y">
            {campaign.slots.map((slot) => (
              <li key={slot.key} className="py-3">
                <BenchmarkRow
                  slot={slot}
                  isVarying={pilot.slotKeys.includes(slot.key)}
                  benchmarkId={pilot.benchmark[slot.key] ?? null}
                  issue={issueOf(`benchmark.${slot.key}`)}
                  onVaryingChange={(isVarying) =>
                    change({
                      slotKeys: isVarying
                        ? [...pilot.slotKeys, slot.key]
                        : pilot.slotKeys.filter((key) => key !== slot.key),
                    })
                  }
                  onBenchmarkChange={(id) =>
                    change({ benchmark: { ...pilot.benchmark, [slot.key]: id } })
                  }
                />
              </li>
            ))}
          </ul>
        </Anchor>
        <figure className="border-border min-w-0 space-y-3 rounded-lg border p-3 xl:w-80">
          <figcaption className="flex items-center justify-between gap-3">
            <span className="text-sm font-medium">The benchmark</span>
            <Select
              aria-label="Ad size of the benchmark"
              className="w-30"
              value={size}
              onValueChange={setSize}
              options={adSizeSchema.options.map((value) => ({
                value,
                label: labelAdSize(value),
              }))}
            />
          </figcaption>
          <div className="bg-subtle -mx-3 -mb-3 flex justify-center rounded-b-lg p-3">
            <CreativePreview html={html} size={size} title={`The benchmark in ${size}`} />
          </div>
        </figure>
      </div>
    </Card>
  )
}

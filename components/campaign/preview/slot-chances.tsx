import { describeExclusion } from '@/components/decisions/describe-exclusion'
import { CircleCheck } from 'lucide-react'
import { labelSlot } from '@/lib/assets/label-slot'
import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { nameElements } from '@/components/campaign/beliefs/name-elements'
import { describeChoice } from '@/components/decisions/describe-choice'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { formatPercent } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { PreviewSlot } from '@/lib/serve/preview-api'

interface SlotChancesProps {
  campaign: CampaignDetail
  slot: PreviewSlot
  /** False for the benchmark, of which nothing was drawn. */
  isDrawn: boolean
}

const MAX_LISTED = 6
/** Whether it was a trial, and the strongest term. */
const MAX_REASONS = 2

/** One slot: the element that was drawn, the others by their chance, and what rules and pairs took out. */
export function SlotChances({ campaign, slot, isDrawn }: SlotChancesProps) {
  const assets = new Map(
    campaign.slots.find(({ key }) => key === slot.slot)?.assets.map((asset) => [asset.id, asset]),
  )
  const ranked = slot.eligible.toSorted(
    (a, b) =>
      Number(b.isChosen) - Number(a.isChosen) || (b.probability ?? 0) - (a.probability ?? 0),
  )
  const reasons = slot.choice
    ? describeChoice(slot.choice, {
        segments: campaign.segments,
        nameElement: nameElements(campaign).name,
      })
    : []
  const hidden = ranked.length - MAX_LISTED
  return (
    <div className="min-w-0 space-y-2">
      <h4 className="text-muted text-xs font-medium">{labelSlot(slot.slot, slot.kind)}</h4>
      {reasons.length > 0 && (
        <p dir="auto" className="text-muted text-xs wrap-anywhere tabular-nums">
          {reasons.slice(0, MAX_REASONS).join(' ')}
        </p>
      )}
      <ul className="space-y-2">
        {ranked.slice(0, MAX_LISTED).map(({ assetId, name, probability, weight, isChosen }) => {
          const asset = assets.get(assetId)
          return (
            <li key={assetId} className="flex items-center gap-2 text-sm">
              {asset && asset.text === null && <AssetThumbnail asset={asset} className="size-8" />}
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline justify-between gap-2">
                  <span
                    dir="auto"
                    title={asset?.text ?? name}
                    className={cn('min-w-0 truncate', isChosen ? 'font-medium' : 'text-muted')}
                  >
                    {isChosen && (
                      <>
                        <CircleCheck
                          aria-hidden
                          className="text-accent mr-1 inline size-3.5 align-[-2px]"
                        />
                        <span className="sr-only">Drawn: </span>
                      </>
                    )}
                    {asset?.text ?? name}
                  </span>
                  <span className="flex shrink-0 items-center gap-1.5 text-xs tabular-nums">
                    {weight !== 1 && <Badge tone="accent">×{weight}</Badge>}
                    {isDrawn && formatPercent(probability, 1)}
                  </span>
                </p>
                {isDrawn && (
                  <span aria-hidden className="bg-subtle mt-1 block h-1 rounded-full">
                    <span
                      className={cn(
                        'block h-full rounded-full',
                        isChosen ? 'bg-accent' : 'bg-border-strong',
                      )}
                      style={{ width: `${(probability ?? 0) * 100}%` }}
                    />
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {hidden > 0 && <p className="text-muted text-xs">and {hidden} more that were eligible</p>}
      {slot.excluded.map(({ assetId, name, ...why }) => (
        <p key={assetId} className="text-muted flex gap-1.5 text-xs">
          <span className="min-w-0 break-words">
            <s dir="auto">{assets.get(assetId)?.text ?? name}</s>
            <span> {describeExclusion(why)}</span>
          </span>
        </p>
      ))}
    </div>
  )
}

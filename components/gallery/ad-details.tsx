import { CreativePreview } from '@/components/creatives/creative-preview'
import { formatChance } from '@/components/ui/format-number'
import { labelSlot } from '@/lib/assets/label-slot'
import { renderSample } from '@/lib/creatives/render-decision'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'

interface AdDetailsProps {
  snapshot: Snapshot
  assets: Readonly<Record<string, string>>
  sizes: readonly AdSize[]
  /** Its share of dynamic ads for the viewer that is looked at; null where nothing is known. */
  chance: number | null
}

/** One ad in all of its sizes, and what it is made of. */
export function AdDetails({ snapshot, assets, sizes, chance }: AdDetailsProps) {
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start gap-4">
        {sizes.map((size) => (
          <figure key={size} className="max-w-full min-w-0 space-y-1">
            <figcaption className="text-muted text-xs">{labelAdSize(size)}</figcaption>
            <SizedPreview html={renderSample(snapshot, { assets, size }).html} size={size} />
          </figure>
        ))}
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        {Object.entries(assets).map(([slot, assetId]) => {
          const kind = snapshot.slots.find(({ key }) => key === slot)?.kind ?? null
          return (
            <div key={slot} className="contents">
              <dt className="text-muted">{labelSlot(slot, kind)}</dt>
              <dd className="wrap-anywhere">{snapshot.assets[assetId]?.name ?? assetId}</dd>
            </div>
          )
        })}
        <dt className="text-muted">Share of dynamic ads</dt>
        <dd className="tabular-nums">
          {chance === null ? 'Not known before something is learnt' : formatChance(chance)}
        </dd>
      </dl>
    </div>
  )
}

function SizedPreview({ html, size }: { html: string; size: AdSize }) {
  return (
    <div className="max-w-full" style={{ width: AD_SIZES[size].widthPx }}>
      <CreativePreview html={html} size={size} className="shadow-popover" />
    </div>
  )
}

import { CreativePreview } from '@/components/creatives/creative-preview'
import { Badge } from '@/components/ui/badge'
import { formatBytes } from '@/components/ui/format-number'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { AD_SIZES, type AdSize, isFluid, labelAdSize } from '@/lib/decision/ad-size'
import type { PreviewRendering } from '@/lib/serve/preview-api'

interface SizeGalleryProps {
  renderings: readonly PreviewRendering[]
  /** Sizes of the campaign's placements. */
  placedSizes: readonly AdSize[]
}

/** A fluid ad is shown as in a phone's feed and as in an article. */
const FLUID_WIDTHS_PX = [AD_SIZES.native.widthPx, 640]

/** One decision in every size side by side, each with what a person should know of it. */
export function SizeGallery({ renderings, placedSizes }: SizeGalleryProps) {
  const shown = renderings.flatMap((rendering) =>
    (isFluid(rendering.size) ? FLUID_WIDTHS_PX : [AD_SIZES[rendering.size].widthPx]).map(
      (widthPx) => ({ ...rendering, widthPx }),
    ),
  )
  return (
    <ul className="flex flex-wrap items-start gap-5">
      {shown.map((rendering) => (
        <li
          key={`${rendering.size} ${rendering.widthPx}`}
          className="min-w-0 space-y-1.5"
          style={{ width: rendering.widthPx, maxWidth: '100%' }}
        >
          <CreativePreview
            html={rendering.html}
            size={rendering.size}
            widthPx={rendering.widthPx}
            className="shadow-popover"
          />
          <Facts rendering={rendering} isPlaced={placedSizes.includes(rendering.size)} />
        </li>
      ))}
    </ul>
  )
}

function Facts({
  rendering,
  isPlaced,
}: {
  rendering: PreviewRendering & { widthPx: number }
  isPlaced: boolean
}) {
  const { size, widthPx, weightBytes, limitBytes, laterBytes, cutKinds } = rendering
  const isTooHeavy = weightBytes > limitBytes
  return (
    <div className="text-muted flex flex-wrap items-center gap-x-2 gap-y-1 text-xs tabular-nums">
      <span className="text-foreground font-medium">
        {labelAdSize(size)}
        {isFluid(size) && `, ${widthPx} px wide`}
      </span>
      <span className={isTooHeavy ? 'text-danger font-medium' : undefined}>
        {formatBytes(weightBytes)} of {formatBytes(limitBytes)}
      </span>
      {laterBytes > 0 && <span>then {formatBytes(laterBytes)} of video</span>}
      {isPlaced && <Badge tone="accent">Placed</Badge>}
      {cutKinds.length > 0 && (
        <Badge tone="warning">
          Cut: {cutKinds.map((kind) => KIND_LABELS[kind].toLowerCase()).join(', ')}
        </Badge>
      )}
      {rendering.overriddenSlots.length > 0 && (
        <Badge tone="neutral">Instead: {rendering.overriddenSlots.join(', ')}</Badge>
      )}
    </div>
  )
}

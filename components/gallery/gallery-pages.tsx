import { NumberInput } from '@/components/ui/number-input'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-number'
import { ADS_A_PAGE, type ShownAds } from './use-selection'

interface GalleryPagesProps {
  ads: ShownAds
  onChange: (page: number) => void
}

/** Which of the ads are on this page; nothing to choose where all are. */
export function GalleryPages({ ads: { count, page, pages }, onChange }: GalleryPagesProps) {
  const first = (page - 1) * ADS_A_PAGE
  const shown =
    count === 0 ? 'No ads' : `Ads ${formatCount(first + 1)}–${formatCount(first + count)}`
  if (pages === 1) {
    return (
      <p role="status" className="text-muted text-sm tabular-nums">
        {count === 1 ? '1 ad' : `${formatCount(count)} ads`}
      </p>
    )
  }
  return (
    <nav aria-label="Pages of ads" className="flex flex-wrap items-center gap-2 text-sm">
      <span role="status" className="text-muted tabular-nums">
        {shown}, page
      </span>
      <NumberInput
        aria-label={`Page, 1 to ${pages}`}
        className="w-24"
        value={page}
        min={1}
        max={pages}
        step={1}
        onValueChange={(next) => next !== null && onChange(next)}
      />
      <span className="text-muted tabular-nums">of {formatCount(pages)}</span>
      <Button size="sm" disabled={page <= 1} onClick={() => onChange(page - 1)}>
        Previous
      </Button>
      <Button size="sm" disabled={page >= pages} onClick={() => onChange(page + 1)}>
        Next
      </Button>
    </nav>
  )
}

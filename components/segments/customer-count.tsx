import { formatCount } from '@/components/ui/format-number'
import type { SegmentListItem } from '@/lib/segments/segment'
import { isContextOnly } from './is-context-only'

/** How many customers are in a segment, in a table. */
export function CustomerCount({ segment }: { segment: SegmentListItem }) {
  const { condition, count } = segment
  if (isContextOnly(condition)) return <span className="text-muted">Any viewer</span>
  if (!count) return <span className="text-muted">–</span>
  return (
    <>
      {count.ignoresContext && <span className="text-muted">up to </span>}
      {formatCount(count.matching)}
    </>
  )
}

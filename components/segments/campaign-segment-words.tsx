import { CircleAlert } from 'lucide-react'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { describeSegment } from '@/lib/segments/describe-segment'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CustomerCount } from './customer-count'

interface CampaignSegmentWordsProps {
  campaign: CampaignDetail
  segment: SegmentListItem
}

/** Who is in a segment, how many that are, where the campaign uses it and what is wrong with it. */
export function CampaignSegmentWords({ campaign, segment }: CampaignSegmentWordsProps) {
  const { id, name, condition } = segment
  const issues = campaign.issues.filter(({ step, path }) => step === 'segments' && path === id)
  const uses = describeUses(campaign, id)
  return (
    <div className="space-y-0.5">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-medium break-words">{name}</span>
        <span className="text-muted text-xs tabular-nums">
          <CustomerCount segment={segment} />
          {segment.count && ' '}
          {uses && <> · {uses}</>}
        </span>
      </p>
      <p className="text-muted text-sm break-words">{describeSegment(condition)}</p>
      {issues.map(({ message }) => (
        <p key={message} className="text-danger flex items-start gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {message}
        </p>
      ))}
    </div>
  )
}

/** "2 rules, pilot": what would miss the segment. */
function describeUses({ rules, pilot }: CampaignDetail, segmentId: string): string {
  const count = rules.filter(({ condition }) =>
    listConditionReferences(condition).segmentIds.includes(segmentId),
  ).length
  return [
    ...(count > 0 ? [count === 1 ? 'in 1 rule' : `in ${count} rules`] : []),
    ...(pilot?.segmentIds.includes(segmentId) ? ['in the pilot'] : []),
  ].join(', ')
}

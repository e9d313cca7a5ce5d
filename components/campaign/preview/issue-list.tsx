import { MendLink } from '@/components/campaign/mend-link'
import { Card } from '@/components/ui/card'
import { STEP_LABELS } from '@/components/campaign/step-labels'
import { type CampaignIssue, hrefOfIssue } from '@/lib/campaigns/step'

interface IssueListProps {
  title?: string
  campaignId: string
  issues: readonly CampaignIssue[]
}

/** What keeps the draft from becoming an ad, each with the way to its field. */
export function IssueList({ title = 'No ad to look at yet', campaignId, issues }: IssueListProps) {
  return (
    <Card
      flush
      title={title}
      description={`Mend ${issues.length === 1 ? 'this' : `these ${issues.length}`} first.`}
    >
      <ul className="divide-border divide-y">
        {issues.map((issue) => (
          <li
            key={`${issue.step} ${issue.path} ${issue.message}`}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 py-3 text-sm"
          >
            <span className="min-w-0">
              <span className="text-muted block text-xs">{STEP_LABELS[issue.step]}</span>
              {issue.message}
            </span>
            <MendLink href={hrefOfIssue(campaignId, issue)} message={issue.message} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

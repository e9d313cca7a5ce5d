import { CircleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { describeRule } from '@/lib/rules/describe-rule'
import type { RuleDraft } from './use-rules'

/** A rule as a sentence, with what is wrong with it. */
export function RuleWords({ campaign, rule }: { campaign: CampaignDetail; rule: RuleDraft }) {
  const { id, name, enabled } = rule
  const { when, then } = describeRule(rule, campaign.segments, campaign.slots)
  const issues = campaign.issues.filter(({ step, path }) => step === 'rules' && path === id)
  return (
    <div className="space-y-1">
      <p className={cn('text-sm font-medium break-words', !enabled && 'text-muted')}>
        {name}
        {!enabled && <span className="font-normal"> · off</span>}
      </p>
      <p className="text-muted text-sm break-words">
        {when}
        <span aria-hidden className={cn('mx-1.5', enabled && 'text-accent')}>
          →
        </span>
        <span className="sr-only">, then </span>
        <span className={cn(enabled && 'text-foreground')}>{then}</span>
      </p>
      {issues.map(({ message }) => (
        <p key={message} className="text-danger flex items-start gap-1.5 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {message}
        </p>
      ))}
    </div>
  )
}

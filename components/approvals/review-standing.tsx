'use client'

import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { LocalTime } from '@/components/ui/local-time'
import { describeAction } from '@/components/settings/describe-action'
import { APPROVER_ROLE_LABELS } from '@/lib/approvals/approver-role'
import { EVERYWHERE, nameMarket } from '@/lib/approvals/market'
import type { AssetReview } from '@/lib/approvals/review-api'
import type { AssetState } from '@/lib/assets/asset-state'

/** Who approved the content as it is, and who is still to come. */
export function ReviewStanding({ review, state }: { review: AssetReview; state: AssetState }) {
  const { approvals, missing, me } = review
  return (
    <section className="space-y-2 text-sm">
      <h3 className="font-medium">Approvals of this version</h3>
      {approvals.length === 0 && missing.length === 0 && (
        <p className="text-muted">None is needed.</p>
      )}
      <ul className="space-y-1.5">
        {approvals.map(
          ({ id, role, market, approverName, isSelfApproval, decidedAt, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Badge tone="positive">{APPROVER_ROLE_LABELS[role]}</Badge>
              <span>
                {approverName ?? 'Intarsia'}
                {isSelfApproval && ', the only member, for their own'}
              </span>
              <span className="text-muted">
                <LocalTime time={decidedAt} />, {sayWhere([market])},{' '}
                {expiresAt === null ? (
                  'for good'
                ) : (
                  <>
                    until <LocalTime time={expiresAt} />
                  </>
                )}
              </span>
            </li>
          ),
        )}
        {missing.map(({ role, count }) => (
          <li key={role} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone="outline">{APPROVER_ROLE_LABELS[role]}</Badge>
            <span className="text-muted">
              {count === 1 ? 'one more approver' : `${count} more approvers`} to come
            </span>
          </li>
        ))}
      </ul>
      {state === 'in_review' && me.reason !== null && (
        <Callout tone="info" title="You can’t approve it">
          {me.reason}
        </Callout>
      )}
    </section>
  )
}

/** Every step of an asset's life, the newest first. */
export function ReviewHistory({ history }: { history: AssetReview['history'] }) {
  return (
    <section className="space-y-2 text-sm">
      <h3 className="font-medium">History</h3>
      <ol className="border-border space-y-2 border-l pl-3">
        {history.map(({ id, action, actorName, createdAt, markets, expiresAt }) => (
          <li key={id}>
            <span className="font-medium">{actorName}</span> {decapitalise(describeAction(action))}
            <span className="text-muted">
              , <LocalTime time={createdAt} />
              {markets.length > 0 && `, ${sayWhere(markets)}`}
              {expiresAt && (
                <>
                  , until <LocalTime time={expiresAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const sayWhere = (markets: readonly string[]) =>
  markets.includes(EVERYWHERE) ? 'everywhere' : `in ${markets.map(nameMarket).join(', ')}`

const decapitalise = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

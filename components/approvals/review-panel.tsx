'use client'

import Link from 'next/link'
import { AssetFindings } from '@/components/assets/asset-findings'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { Card } from '@/components/ui/card'
import { QueryContent } from '@/components/ui/query-content'
import { StatusBadge } from '@/components/ui/status-badge'
import type { AssetResponse } from '@/lib/assets/asset'
import { CommentsPanel } from './comments-panel'
import { DecisionBar } from './decision-bar'
import type { ApprovalTerms } from './approval-terms'
import type { WordyDecision } from './decision-dialog'
import { ReviewHistory, ReviewStanding } from './review-standing'
import { ReviewSubject } from './review-subject'
import { useAssetReview } from './use-inbox'

interface ReviewPanelProps {
  asset: AssetResponse
  terms: ApprovalTerms
  onTermsChange: (terms: ApprovalTerms) => void
  isPending: boolean
  onApprove: () => void
  onSay: (decision: WordyDecision) => void
}

/** One asset of the inbox: all there is to judge it by, and the three answers. */
export function ReviewPanel({ asset, ...decision }: ReviewPanelProps) {
  const { canApprove } = useAssetPermissions()
  const query = useAssetReview(asset.id)
  const mayApprove = query.data?.me.canApprove ?? false
  return (
    <Card
      title={<span className="wrap-anywhere">{asset.name}</span>}
      actions={<StatusBadge status={asset.state} />}
    >
      <div className="space-y-5">
        <CommentsPanel asset={asset}>
          <ReviewSubject asset={asset} />
          <AssetFindings asset={asset} />
          <QueryContent query={query} noun="Its review">
            {(review) => (
              <div className="space-y-5">
                <ReviewStanding review={review} state={asset.state} />
                <ReviewHistory history={review.history} />
              </div>
            )}
          </QueryContent>
          <h3 className="text-sm font-medium">Comments</h3>
        </CommentsPanel>
        <Link href={`/library?asset=${asset.id}`} className="text-accent text-sm underline">
          Open it in the library
        </Link>
      </div>
      {canApprove && asset.state === 'in_review' && (
        <div className="border-border bg-surface sticky bottom-0 mt-4 border-t pt-3 pb-1">
          <DecisionBar {...decision} canApprove={mayApprove} hasKeys />
        </div>
      )}
    </Card>
  )
}

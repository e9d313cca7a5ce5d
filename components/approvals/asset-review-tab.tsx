'use client'

import { useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { QueryContent } from '@/components/ui/query-content'
import type { AssetResponse } from '@/lib/assets/asset'
import { FOR_GOOD_EVERYWHERE, toApprovalBody } from './approval-terms'
import { DecisionBar } from './decision-bar'
import { DecisionDialog, type WordyDecision } from './decision-dialog'
import { ReviewHistory, ReviewStanding } from './review-standing'
import { useDecide } from './use-decide'
import { useAssetReview } from './use-inbox'

const TO_REVIEW: readonly AssetResponse['state'][] = [
  'draft',
  'changes_requested',
  'rejected',
  'expired',
]

/** How an asset stands in review, and the next step that whoever looks may take. */
export function AssetReviewTab({ asset }: { asset: AssetResponse }) {
  const { canEdit, canApprove } = useAssetPermissions()
  const query = useAssetReview(asset.id)
  const [terms, setTerms] = useState(FOR_GOOD_EVERYWHERE)
  const [saying, setSaying] = useState<WordyDecision | null>(null)
  const decide = useDecide(() => {
    setSaying(null)
    setTerms(FOR_GOOD_EVERYWHERE)
  })
  const assetIds = [asset.id]
  const isJudged = asset.state === 'in_review' || asset.state === 'approved'
  return (
    <QueryContent query={query} noun="Its review">
      {(review) => (
        <div className="space-y-5">
          {canEdit && TO_REVIEW.includes(asset.state) && (
            <Callout
              tone="info"
              title="Not in review"
              actions={
                <Button
                  size="sm"
                  variant="primary"
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ action: 'submit', assetIds })}
                >
                  Submit for review
                </Button>
              }
            >
              Only what is approved can be shown. Sending it to review tells those who approve.
            </Callout>
          )}
          <ReviewStanding review={review} state={asset.state} />
          {canApprove && isJudged && (
            <DecisionBar
              terms={terms}
              onTermsChange={setTerms}
              canApprove={review.me.canApprove}
              isApproved={asset.state === 'approved'}
              isPending={decide.isPending}
              onApprove={() =>
                decide.mutate({ action: 'approve', assetIds, ...toApprovalBody(terms) })
              }
              onSay={setSaying}
            />
          )}
          <ReviewHistory history={review.history} />
          <DecisionDialog
            decision={saying}
            count={1}
            isPending={decide.isPending}
            onClose={() => setSaying(null)}
            onDecide={(action, comment) => decide.mutate({ action, comment, assetIds })}
          />
        </div>
      )}
    </QueryContent>
  )
}

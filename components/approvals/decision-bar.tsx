'use client'

import { CircleCheck, MessageSquareWarning, CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { ApprovalTerms } from './approval-terms'
import { ApprovalTermsField } from './approval-terms'
import type { WordyDecision } from './decision-dialog'

interface DecisionBarProps {
  terms: ApprovalTerms
  onTermsChange: (terms: ApprovalTerms) => void
  canApprove: boolean
  /** Another approval then changes only where and how long the first one holds. */
  isApproved?: boolean
  isPending: boolean
  onApprove: () => void
  onSay: (decision: WordyDecision) => void
  hasKeys?: boolean
}

/** The three answers to what waits for review. */
export function DecisionBar({
  terms,
  onTermsChange,
  canApprove,
  isApproved = false,
  isPending,
  onApprove,
  onSay,
  hasKeys = false,
}: DecisionBarProps) {
  const key = (letter: string) =>
    hasKeys && (
      <span className="hidden lg:inline">
        <Kbd>{letter}</Kbd>
      </span>
    )
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <span className="mr-auto w-full xl:w-auto">
        <ApprovalTermsField terms={terms} onTermsChange={onTermsChange} />
      </span>
      <Button
        variant="ghost"
        icon={<CircleX aria-hidden />}
        disabled={isPending}
        onClick={() => onSay('reject')}
      >
        Reject {key('R')}
      </Button>
      <Button
        icon={<MessageSquareWarning aria-hidden />}
        disabled={isPending}
        onClick={() => onSay('request_changes')}
      >
        Ask for changes {key('C')}
      </Button>
      <Button
        variant={isApproved ? 'secondary' : 'primary'}
        icon={<CircleCheck aria-hidden />}
        disabled={!canApprove}
        loading={isPending}
        onClick={onApprove}
      >
        {isApproved ? 'Approve again' : 'Approve'} {key('A')}
      </Button>
    </div>
  )
}

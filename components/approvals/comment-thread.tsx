'use client'

import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { LocalTime } from '@/components/ui/local-time'
import type { Comment, CommentThread as Thread } from '@/lib/approvals/comment'
import { CommentForm } from './comment-form'
import { useCreateComment, useResolveComment } from './use-comments'

interface CommentThreadProps {
  assetId: string
  thread: Thread
  canComment: boolean
  isHighlighted: boolean
}

/** A comment with its answers. */
export function CommentThread({ assetId, thread, canComment, isHighlighted }: CommentThreadProps) {
  const { first, answers, pinNumber } = thread
  const [isAnswering, setIsAnswering] = useState(false)
  const create = useCreateComment(assetId)
  const resolve = useResolveComment(assetId)
  const isResolved = first.resolvedAt !== null
  return (
    <li
      id={`comment-${first.id}`}
      className={cn(
        'border-border space-y-2 rounded-md border p-3 text-sm',
        isHighlighted && 'ring-accent ring-2',
        isResolved && 'bg-subtle',
      )}
    >
      <Said comment={first} pinNumber={pinNumber} />
      {answers.map((answer) => (
        <div key={answer.id} className="border-border ml-2 border-l pl-3">
          <Said comment={answer} pinNumber={null} />
        </div>
      ))}
      {canComment && (
        <div className="flex flex-wrap gap-2">
          {!isAnswering && !isResolved && (
            <Button
              size="sm"
              variant="ghost"
              icon={<CornerDownRight aria-hidden />}
              onClick={() => setIsAnswering(true)}
            >
              Answer
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ commentId: first.id, isResolved: !isResolved })}
          >
            {isResolved ? 'Open again' : 'Resolve'}
          </Button>
        </div>
      )}
      {isAnswering && (
        <CommentForm
          label="Your answer"
          submitLabel="Answer"
          error={create.error?.message}
          isPending={create.isPending}
          onCancel={() => setIsAnswering(false)}
          onSubmit={async (text) => {
            await create.mutateAsync({ text, parentId: first.id })
            setIsAnswering(false)
          }}
        />
      )}
    </li>
  )
}

const DECISION_LABELS = { request_changes: 'Asked for changes', reject: 'Rejected' }

function Said({ comment, pinNumber }: { comment: Comment; pinNumber: number | null }) {
  const { authorName, createdAt, assetVersion, decision, text, resolvedAt, resolvedByName } =
    comment
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {pinNumber !== null && <PinMark number={pinNumber} />}
        <span className="font-medium">{authorName ?? 'Somebody who left'}</span>
        <span className="text-muted text-xs">
          <LocalTime time={createdAt} />, version {assetVersion}
        </span>
        {decision && (
          <Badge tone={decision === 'reject' ? 'danger' : 'warning'}>
            {DECISION_LABELS[decision]}
          </Badge>
        )}
        {resolvedAt && (
          <Badge tone="positive">Resolved{resolvedByName && ` by ${resolvedByName}`}</Badge>
        )}
      </p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line">
        {text}
      </p>
    </div>
  )
}

/** The number of a pin, on the picture and beside what was said there. */
export function PinMark({ number }: { number: number }) {
  return (
    <span className="bg-accent text-accent-foreground inline-flex size-5 items-center justify-center rounded-full text-xs font-semibold tabular-nums">
      {number}
    </span>
  )
}

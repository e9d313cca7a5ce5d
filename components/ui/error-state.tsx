'use client'

import { CircleAlert, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { EmptyState } from './empty-state'

interface ErrorStateProps {
  /** What happened. */
  title: string
  /** The way out, in a sentence. */
  body?: ReactNode
  onRetry?: () => void
  retrying?: boolean
  /** Another way out beside "Try again". */
  action?: ReactNode
  /** Shown small, for support. */
  requestId?: string | undefined
  className?: string
}

export function ErrorState({
  title,
  body,
  onRetry,
  retrying = false,
  action,
  requestId,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert className="text-danger" />}
        title={title}
        body={
          <>
            {body}
            {requestId && <p className="mt-1 font-mono text-xs">Request {requestId}</p>}
          </>
        }
        action={
          <>
            {onRetry && (
              <Button icon={<RotateCw aria-hidden />} loading={retrying} onClick={onRetry}>
                Try again
              </Button>
            )}
            {action}
          </>
        }
        className={className}
      />
    </div>
  )
}

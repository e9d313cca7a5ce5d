import type { ReactNode } from 'react'
import { cn } from './cn'

interface EmptyStateProps {
  title: string
  /** What to do next, in a sentence. */
  body?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  className?: string
}

export function EmptyState({ title, body, action, icon, className }: EmptyStateProps) {
  return (
    <div
      className={cn('flex flex-col items-center gap-1 px-6 py-12 text-center text-sm', className)}
    >
      {icon && (
        <div aria-hidden className="text-muted mb-2 [&_svg]:size-6">
          {icon}
        </div>
      )}
      <p className="font-medium">{title}</p>
      {body && <div className="text-muted max-w-md">{body}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { cn } from './cn'

interface EmptyStateProps {
  title: string
  /** What to do next, in a sentence. */
  body?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  /** Stands for a whole page, whose heading it is. */
  isPage?: boolean
  className?: string
}

export function EmptyState({
  title,
  body,
  action,
  icon,
  isPage = false,
  className,
}: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div
      className={cn('flex flex-col items-center gap-1 px-6 py-12 text-center text-sm', className)}
    >
      {icon && (
        <div aria-hidden className="text-muted mb-2 [&_svg]:size-6">
          {icon}
        </div>
      )}
      <Title className="font-medium">{title}</Title>
      {body && <div className="text-muted max-w-md">{body}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

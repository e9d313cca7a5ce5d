import type { ReactNode } from 'react'
import { cn } from './cn'

/** Search and filters at the left, what acts on the whole list at the right. */
export function Toolbar({
  children,
  end,
  className,
}: {
  children: ReactNode
  end?: ReactNode
  className?: string
}) {
  return (
    <div className={cn('mb-3 flex flex-wrap items-center justify-between gap-2', className)}>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-md:basis-full">
        {children}
      </div>
      {end && <div className="flex flex-wrap items-center gap-2">{end}</div>}
    </div>
  )
}

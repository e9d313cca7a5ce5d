import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  title?: ReactNode
  description?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  footer?: ReactNode
  /** Lets tables and lists reach the edges. */
  flush?: boolean
}

export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  className,
  children,
  ...props
}: CardProps) {
  const hasHeader = Boolean(title ?? description ?? actions)
  return (
    <section
      className={cn('border-border bg-surface min-w-0 rounded-lg border', className)}
      {...props}
    >
      {hasHeader && (
        <header
          className={cn(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3',
            flush && 'border-border border-b pb-3',
          )}
        >
          <div className="min-w-0 flex-1 basis-60">
            {title && <h2 className="text-base font-semibold">{title}</h2>}
            {description && <p className="text-muted text-sm">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
      {footer && (
        <footer className="border-border text-muted flex flex-wrap items-center justify-between gap-2 border-t px-4 py-3 text-sm">
          {footer}
        </footer>
      )}
    </section>
  )
}

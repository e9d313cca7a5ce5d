import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const tones = {
  info: { Icon: Info, box: 'border-accent/30 bg-accent-subtle', icon: 'text-accent' },
  success: {
    Icon: CircleCheck,
    box: 'border-positive/30 bg-positive-subtle',
    icon: 'text-positive',
  },
  warning: {
    Icon: TriangleAlert,
    box: 'border-warning/30 bg-warning-subtle',
    icon: 'text-warning',
  },
  danger: { Icon: CircleAlert, box: 'border-danger/30 bg-danger-subtle', icon: 'text-danger' },
}

interface CalloutProps {
  tone?: keyof typeof tones
  title?: ReactNode
  actions?: ReactNode
  /** Announces itself when it appears in answer to something done. */
  live?: boolean
  className?: string
  children?: ReactNode
}

export function Callout({
  tone = 'info',
  title,
  actions,
  live = false,
  className,
  children,
}: CalloutProps) {
  const { Icon, box, icon } = tones[tone]
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div role={role} className={cn('flex gap-2.5 rounded-lg border p-3 text-sm', box, className)}>
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', icon)} />
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-1">{actions}</div>}
      </div>
    </div>
  )
}

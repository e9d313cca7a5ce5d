import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const badgeStyle = cva(
  'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-subtle text-muted',
        accent: 'bg-accent-subtle text-accent',
        positive: 'bg-positive-subtle text-positive',
        warning: 'bg-warning-subtle text-warning',
        danger: 'bg-danger-subtle text-danger',
        outline: 'border border-border-strong text-muted',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badgeStyle>

export function Badge({ tone, className, ...props }: BadgeProps) {
  return <span className={cn(badgeStyle({ tone }), className)} {...props} />
}

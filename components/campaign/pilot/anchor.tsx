import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

interface AnchorProps {
  /** The path of the issues about what is inside: "Mend it" leads here. */
  id: string
  className?: string
  children: ReactNode
}

export function Anchor({ id, className, children }: AnchorProps) {
  return (
    <div id={id} tabIndex={-1} className={cn('scroll-mt-20 rounded-md', className)}>
      {children}
    </div>
  )
}

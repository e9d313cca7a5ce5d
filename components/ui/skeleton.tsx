import { cn } from './cn'

/** Give it the size of what is coming; put the group in an element with aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('bg-border/70 h-4 animate-pulse rounded-md', className)} />
}

import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="border-border-strong bg-subtle text-muted inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs">
      {children}
    </kbd>
  )
}

import type { ReactNode } from 'react'
import { PhoneBar } from './phone-bar'
import { Rail } from './rail'
import type { StudioContext } from './studio-context'

export interface StudioShellProps extends StudioContext {
  /** A server action that remembers which workspace is looked at. */
  switchWorkspace: (workspaceId: string) => Promise<void>
  children: ReactNode
}

export function StudioShell({ children, ...context }: StudioShellProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[224px_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="bg-accent text-accent-foreground sr-only z-60 rounded-md px-3 py-2 text-sm font-medium focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <PhoneBar {...context} />
      <aside
        aria-label="Studio"
        className="border-border sticky top-0 hidden h-dvh border-r p-3 lg:block print:hidden"
      >
        <Rail {...context} />
      </aside>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1440px] min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8"
      >
        {children}
      </main>
    </div>
  )
}

'use client'

import Link from 'next/link'
import { Logo } from './logo'
import { RailNav } from './rail-nav'
import type { StudioShellProps } from './studio-shell'
import { UserMenu } from './user-menu'
import { WorkspaceSwitcher } from './workspace-switcher'

type RailProps = Omit<StudioShellProps, 'children'> & {
  onNavigate?: () => void
  showLogo?: boolean
}

/** What stands in the left column on wide screens and in the drawer on phones. */
export function Rail({ user, onNavigate, showLogo = true, ...workspace }: RailProps) {
  return (
    <div className="flex h-full flex-col gap-3">
      {showLogo && (
        <Link href="/campaigns" className="w-fit rounded-md px-1.5 py-1">
          <Logo />
        </Link>
      )}
      <WorkspaceSwitcher {...workspace} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <RailNav onNavigate={onNavigate} />
      </div>
      <UserMenu user={user} />
    </div>
  )
}

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { getStudioContext } from '@/lib/auth/get-studio-context'

const TABS = [
  { href: '/settings', label: 'People' },
  { href: '/settings/approvals', label: 'Approvals' },
  { href: '/settings/api-keys', label: 'API keys' },
  { href: '/settings/audit-log', label: 'Audit log' },
]

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor, workspaces, currentWorkspaceId } = await getStudioContext()
  const workspace = workspaces.find(({ id }) => id === currentWorkspaceId)
  return (
    <>
      <PageHeader
        title="Settings"
        description={`Who works in ${workspace?.name ?? 'this workspace'}, and with what.`}
      />
      {actor.permissions.includes('workspace.manage') ? (
        <div className="space-y-5">
          <NavTabs aria-label="Settings" items={TABS} />
          {children}
        </div>
      ) : (
        <Callout tone="info" title="Only owners see the settings">
          Ask an owner of this workspace to change your role, or to add people and API keys. Your
          own name and password are in{' '}
          <Link href="/account" className="text-accent underline">
            your account
          </Link>
          .
        </Callout>
      )}
    </>
  )
}

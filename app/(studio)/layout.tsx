import type { ReactNode } from 'react'
import { StudioShell } from '@/components/shell/studio-shell'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { switchWorkspace } from './switch-workspace'

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { user, workspaces, currentWorkspaceId } = await getStudioContext()
  return (
    <StudioShell
      user={user}
      workspaces={[...workspaces]}
      currentWorkspaceId={currentWorkspaceId}
      switchWorkspace={switchWorkspace}
    >
      {children}
    </StudioShell>
  )
}

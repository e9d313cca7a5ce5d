'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { Avatar } from '@/components/ui/avatar'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Spinner } from '@/components/ui/spinner'
import type { StudioContext } from './studio-context'

interface WorkspaceSwitcherProps extends Pick<StudioContext, 'workspaces' | 'currentWorkspaceId'> {
  /** A server action that remembers the choice. */
  switchWorkspace: (workspaceId: string) => Promise<void>
}

export function WorkspaceSwitcher({
  workspaces,
  currentWorkspaceId,
  switchWorkspace,
}: WorkspaceSwitcherProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const current = workspaces.find((workspace) => workspace.id === currentWorkspaceId)
  const change = (workspaceId: string) => {
    if (workspaceId === currentWorkspaceId) return
    startTransition(async () => {
      try {
        await switchWorkspace(workspaceId)
        router.push('/campaigns')
        router.refresh()
      } catch {
        toast.error('The workspace could not be changed. Try again.')
      }
    })
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="border-border bg-surface hover:bg-subtle flex h-9 w-full min-w-0 items-center gap-2 rounded-md border px-1.5 text-left text-sm font-medium pointer-coarse:h-11">
        <Avatar name={current?.name ?? '?'} />
        <span className="min-w-0 flex-1 truncate">
          <span className="sr-only">Workspace: </span>
          {current?.name}
        </span>
        {pending ? (
          <Spinner />
        ) : (
          <ChevronsUpDown aria-hidden className="text-muted size-4 shrink-0" />
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={currentWorkspaceId} onValueChange={change}>
          {workspaces.map((workspace) => (
            <DropdownMenuRadioItem key={workspace.id} value={workspace.id}>
              <Avatar name={workspace.name} />
              <span className="min-w-0">
                <span className="block truncate">{workspace.name}</span>
                <span className="text-muted block text-xs capitalize">
                  {workspace.role.toLowerCase()}
                </span>
              </span>
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

'use client'

import { ChevronsUpDown, Plus } from 'lucide-react'
import { useState, useTransition } from 'react'
import { toast } from 'sonner'
import { Avatar } from '@/components/ui/avatar'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Spinner } from '@/components/ui/spinner'
import { CreateWorkspaceDialog } from './create-workspace-dialog'
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
  const [pending, startTransition] = useTransition()
  const [isCreating, setIsCreating] = useState(false)
  const current = workspaces.find((workspace) => workspace.id === currentWorkspaceId)
  const open = (workspaceId: string) => {
    startTransition(async () => {
      try {
        await switchWorkspace(workspaceId)
        // Loads anew, so that nothing of the other workspace stays in this tab's memory.
        window.location.assign('/campaigns')
      } catch {
        toast.error('The workspace could not be changed. Try again.')
      }
    })
  }
  return (
    <>
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
          <DropdownMenuRadioGroup
            value={currentWorkspaceId}
            onValueChange={(id) => id !== currentWorkspaceId && open(id)}
          >
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
          <DropdownMenuSeparator />
          <DropdownMenuItem icon={<Plus aria-hidden />} onSelect={() => setIsCreating(true)}>
            New workspace…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <CreateWorkspaceDialog open={isCreating} onOpenChange={setIsCreating} onCreated={open} />
    </>
  )
}

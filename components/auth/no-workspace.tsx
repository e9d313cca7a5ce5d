'use client'

import { signOut } from 'next-auth/react'
import { CreateWorkspaceForm } from '@/components/shell/create-workspace-form'
import { Button } from '@/components/ui/button'

interface NoWorkspaceProps {
  email: string
  /** A server action that remembers which workspace is looked at. */
  switchWorkspace: (workspaceId: string) => Promise<void>
}

/** For people who are signed in but belong to no workspace, or no longer. */
export function NoWorkspace({ email, switchWorkspace }: NoWorkspaceProps) {
  return (
    <div className="space-y-5">
      <div className="space-y-1">
        <h1 className="text-xl font-semibold">You are in no workspace</h1>
        <p className="text-muted text-base">
          You are signed in as {email}. Ask for an invitation to that address, or begin a workspace
          of your own.
        </p>
      </div>
      <CreateWorkspaceForm
        onCreated={(workspaceId) =>
          void switchWorkspace(workspaceId).then(() => window.location.assign('/campaigns'))
        }
      />
      <Button className="w-full" onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
        Sign out
      </Button>
    </div>
  )
}

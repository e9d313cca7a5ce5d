'use client'

import { Dialog, DialogContent } from '@/components/ui/dialog'
import { CreateWorkspaceForm } from './create-workspace-form'

interface CreateWorkspaceDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onCreated: (workspaceId: string) => void
}

export function CreateWorkspaceDialog({ onCreated, ...state }: CreateWorkspaceDialogProps) {
  return (
    <Dialog {...state}>
      <DialogContent
        size="sm"
        title="New workspace"
        description="It has campaigns, pictures, customers and members of its own. You will be its owner."
      >
        <CreateWorkspaceForm onCreated={onCreated} />
      </DialogContent>
    </Dialog>
  )
}

'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { PilotEdit } from './use-pilot-edit'

interface PilotSaveBarProps {
  edit: PilotEdit
  label: string
}

/** Stays in sight at the foot of the step while something is not saved. */
export function PilotSaveBar({ edit, label }: PilotSaveBarProps) {
  if (!edit.isDirty && !edit.isNew) return null
  return (
    <div className="sticky bottom-3 z-20 space-y-2">
      {edit.isStale && (
        <Callout
          live
          tone="warning"
          title="Somebody else changed this campaign meanwhile"
          className="shadow-popover"
          actions={
            <>
              <Button size="sm" onClick={edit.discard}>
                Load the newest, drop mine
              </Button>
              <Button size="sm" onClick={() => void edit.overwrite()}>
                Save mine over it
              </Button>
            </>
          }
        >
          Nothing of yours was saved yet, and nothing of it is lost.
        </Callout>
      )}
      {edit.error && !edit.isStale && (
        <Callout live tone="danger" title="Not saved" className="shadow-popover">
          {edit.error.message}
        </Callout>
      )}
      <div
        role="region"
        aria-label="Unsaved changes"
        className="border-border-strong bg-raised shadow-popover flex flex-wrap items-center justify-between gap-2 rounded-lg border p-2 pl-4"
      >
        <span role="status" className="text-sm font-medium">
          {edit.isDirty ? 'Not saved yet' : 'A proposal: change what you like, then save'}
        </span>
        <span className="flex gap-2">
          {edit.isDirty && (
            <Button variant="ghost" onClick={edit.discard}>
              Discard
            </Button>
          )}
          <Button variant="primary" loading={edit.isSaving} onClick={edit.save}>
            {label}
          </Button>
        </span>
      </div>
    </div>
  )
}

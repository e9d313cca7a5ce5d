'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cn } from '@/components/ui/cn'

/** A step while it is being changed. */
interface StepEdit {
  readonly isDirty: boolean
  readonly isSaving: boolean
  /** Somebody else saved meanwhile: nothing is overwritten unasked. */
  readonly isStale: boolean
  readonly error: Error | null
  readonly discard: () => void
  /** Where discarding alone does not load what is saved now. */
  readonly loadNewest?: () => Promise<unknown>
  readonly overwrite: () => Promise<unknown>
}

interface StepSaveBarProps {
  edit: StepEdit
  /** What the button says. */
  label: string
  /** In place of "Not saved yet". */
  status?: ReactNode
  /** Left out inside a form, which the button then submits. */
  onSave?: () => void
  isFloating?: boolean
}

/** Stays in sight at the foot of the step while something is not saved. */
export function StepSaveBar({
  edit,
  label,
  status = edit.isDirty && 'Not saved yet',
  onSave,
  isFloating = true,
}: StepSaveBarProps) {
  return (
    <div className={cn('space-y-2', isFloating && 'sticky bottom-3 z-20')}>
      {edit.isStale && (
        <Callout
          live
          tone="warning"
          title="Somebody else changed this campaign meanwhile"
          className="shadow-popover"
          actions={
            <>
              <Button size="sm" onClick={() => void (edit.loadNewest ?? edit.discard)()}>
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
        className={cn(
          'flex flex-wrap items-center justify-between gap-2',
          isFloating && 'border-border-strong bg-raised shadow-popover rounded-lg border p-2 pl-4',
        )}
      >
        <span role="status" className="text-sm font-medium">
          {status}
        </span>
        <span className="flex gap-2">
          {edit.isDirty && (
            <Button variant="ghost" onClick={edit.discard}>
              Discard
            </Button>
          )}
          <Button
            type={onSave ? 'button' : 'submit'}
            variant="primary"
            loading={edit.isSaving}
            onClick={onSave}
          >
            {label}
          </Button>
        </span>
      </div>
    </div>
  )
}

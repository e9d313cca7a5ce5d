'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cn } from '@/components/ui/cn'
import type { ObjectivesEdit } from './use-objectives-form'

/** Stays in sight at the foot of the step while something is not saved. */
export function ObjectivesSaveBar({ edit }: { edit: ObjectivesEdit }) {
  const { errors } = edit.form.formState
  const faultCount = Object.keys(errors).filter((name) => name !== 'root').length
  return (
    <div className={cn('space-y-2', edit.isDirty && 'sticky bottom-3 z-20')}>
      {edit.isStale && (
        <Callout
          live
          tone="warning"
          title="Somebody else changed this campaign meanwhile"
          className="shadow-popover"
          actions={
            <>
              <Button size="sm" onClick={() => void edit.loadNewest()}>
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
          edit.isDirty &&
            'border-border-strong bg-raised shadow-popover rounded-lg border p-2 pl-4',
        )}
      >
        <span role="status" className="text-sm font-medium">
          {faultCount > 0 ? (
            <span className="text-danger">
              {faultCount === 1
                ? '1 field needs another look'
                : `${faultCount} fields need another look`}
            </span>
          ) : (
            edit.isDirty && 'Not saved yet'
          )}
        </span>
        <span className="flex gap-2">
          {edit.isDirty && (
            <Button variant="ghost" onClick={edit.discard}>
              Discard
            </Button>
          )}
          <Button type="submit" variant="primary" loading={edit.isSaving}>
            Save objectives
          </Button>
        </span>
      </div>
    </div>
  )
}

'use client'

import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

interface BrandSaveBarProps {
  status: string
  error: Error | null
  isSaving: boolean
  onDiscard: () => void
  onReload: () => void
  onSave: () => void
}

/** Stays in sight while something is not saved. */
export function BrandSaveBar({ status, error, isSaving, ...on }: BrandSaveBarProps) {
  const isStale = error instanceof ApiProblem && error.code === 'conflict'
  return (
    <div className="sticky bottom-3 z-20 space-y-2">
      {error && (
        <Callout
          live
          tone={isStale ? 'warning' : 'danger'}
          title="Not saved"
          className="shadow-popover"
          actions={
            isStale && (
              <Button size="sm" onClick={on.onReload}>
                Load the newest, drop mine
              </Button>
            )
          }
        >
          {error.message}
        </Callout>
      )}
      <div
        role="region"
        aria-label="Unsaved changes"
        className="border-border-strong bg-raised shadow-popover flex flex-wrap items-center justify-between gap-2 rounded-lg border p-2 pl-4"
      >
        <span role="status" className="text-sm font-medium">
          {status}
        </span>
        <span className="flex gap-2">
          <Button variant="ghost" onClick={on.onDiscard}>
            Discard
          </Button>
          <Button variant="primary" loading={isSaving} onClick={on.onSave}>
            Save the rules
          </Button>
        </span>
      </div>
    </div>
  )
}

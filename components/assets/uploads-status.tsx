'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Progress } from '@/components/ui/progress'
import { isUnfinished, uploadedShare } from './upload-queue'
import type { Uploads } from './use-uploads'

/** One line about uploads that go on behind a closed sheet. */
export function UploadsStatus({ uploads, onOpen }: { uploads: Uploads; onOpen: () => void }) {
  const { items } = uploads
  const unfinished = items.filter(isUnfinished).length
  const failed = items.filter(({ status }) => status === 'failed').length
  if (unfinished === 0 && failed === 0) return null
  if (unfinished === 0) {
    return (
      <Callout
        tone="warning"
        className="mb-4"
        title={failed === 1 ? 'One file could not be used' : `${failed} files could not be used`}
        actions={
          <>
            <Button size="sm" onClick={onOpen}>
              See why
            </Button>
            <Button size="sm" variant="ghost" onClick={uploads.clear}>
              Dismiss
            </Button>
          </>
        }
      />
    )
  }
  return (
    <div className="border-border bg-surface mb-4 flex flex-wrap items-center gap-3 rounded-lg border px-4 py-2">
      <Progress
        className="min-w-48 flex-1"
        value={uploadedShare(items)}
        label="Uploading"
        detail={`${items.length - unfinished} of ${items.length}`}
      />
      <Button size="sm" onClick={onOpen}>
        Show
      </Button>
    </div>
  )
}

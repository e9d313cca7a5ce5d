'use client'

import { CircleAlert, CircleCheck, Copy, RotateCw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatBytes } from '@/components/ui/format-number'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { isUnfinished, type Upload, uploadedShare } from './upload-queue'
import type { Uploads } from './use-uploads'

interface UploadListProps {
  uploads: Uploads
  onOpen?: (assetId: string) => void
}

/** Files on their way and how each of them ended. */
export function UploadList({ uploads, onOpen }: UploadListProps) {
  const { items } = uploads
  if (items.length === 0) return null
  const unfinished = items.filter(isUnfinished).length
  const failed = items.filter(({ status }) => status === 'failed').length
  const again = items.filter(({ status }) => status === 'duplicate').length
  const summary = [
    `${items.length - unfinished - failed - again} added`,
    again > 0 ? `${again} already there` : '',
    failed > 0 ? `${failed} not usable` : '',
  ].filter(Boolean)
  return (
    <section aria-label="Uploads" className="space-y-2">
      <Progress
        value={uploadedShare(items)}
        label={
          unfinished > 0
            ? items.length === 1
              ? 'Uploading 1 file'
              : `Uploading ${items.length} files`
            : summary.join(', ')
        }
        detail={`${items.length - unfinished} of ${items.length}`}
        tone={unfinished > 0 ? 'accent' : failed > 0 ? 'warning' : 'positive'}
      />
      <p role="status" className="sr-only">
        {unfinished === 0 ? `Uploads finished: ${summary.join(', ')}` : ''}
      </p>
      <ul className="divide-border border-border divide-y rounded-md border text-sm">
        {(unfinished > 0 ? items : items.toSorted(byOutcome)).map((upload) => (
          <UploadRow key={upload.id} upload={upload} uploads={uploads} onOpen={onOpen} />
        ))}
      </ul>
      {items.length > unfinished && (
        <Button size="sm" variant="ghost" onClick={uploads.clear}>
          Clear this list
        </Button>
      )}
    </section>
  )
}

const OUTCOMES: readonly Upload['status'][] = ['failed', 'duplicate', 'done', 'waiting']

/** At the end what wants attention stands first. */
function byOutcome(a: Upload, b: Upload): number {
  return OUTCOMES.indexOf(a.status) - OUTCOMES.indexOf(b.status)
}

const ICONS = {
  waiting: null,
  done: <CircleCheck aria-hidden className="text-positive size-4" />,
  duplicate: <Copy aria-hidden className="text-warning size-4" />,
  failed: <CircleAlert aria-hidden className="text-danger size-4" />,
}

function UploadRow({
  upload,
  uploads,
  onOpen,
}: {
  upload: Upload
  uploads: Uploads
  onOpen: UploadListProps['onOpen']
}) {
  const { id, fileName, status, sentShare, message, asset } = upload
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      {ICONS[status] && <span className="mt-0.5 shrink-0">{ICONS[status]}</span>}
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex justify-between gap-3">
          <span className="truncate" title={fileName}>
            {fileName}
          </span>
          {upload.fileSizeBytes > 0 && (
            <span className="text-muted shrink-0 text-xs leading-5 tabular-nums">
              {formatBytes(upload.fileSizeBytes)}
            </span>
          )}
        </p>
        {status === 'waiting' && (
          <Progress
            hideLabel
            label={`Uploading ${fileName}`}
            value={sentShare >= 1 ? null : sentShare}
          />
        )}
        {message && (
          <p className={status === 'failed' ? 'text-danger text-xs' : 'text-muted text-xs'}>
            {message}
          </p>
        )}
      </div>
      {upload.canRetry && status === 'failed' && (
        <IconButton label={`Try ${fileName} again`} size="sm" onClick={() => uploads.retry(id)}>
          <RotateCw aria-hidden />
        </IconButton>
      )}
      {asset && onOpen && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => onOpen(asset.id)}
          aria-label={`Open ${asset.name}`}
        >
          Open
        </Button>
      )}
      {!asset && (
        <IconButton
          label={status === 'waiting' ? `Stop ${fileName}` : `Remove ${fileName} from the list`}
          size="sm"
          onClick={() => uploads.cancel(id)}
        >
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  )
}

'use client'

import { FileArchive, FileImage, FileSpreadsheet, FileVideo, RotateCw, X } from 'lucide-react'
import Link from 'next/link'
import { memo, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { formatBytes } from '@/components/ui/format-number'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { SheetImportDialog } from './sheet-import-dialog'
import type { UploadItem } from './upload-item'
import type { UploadManager } from './upload-manager'
import { describeOutcome, stateBadge } from './upload-state'

interface UploadRowProps {
  item: UploadItem
  isSelected: boolean
  onToggle: (id: string, isOn: boolean) => void
  manager: UploadManager
}

/** One file: what it is, how far, what became of it, and what can be done about it. */
export const UploadRow = memo(function UploadRow({
  item,
  isSelected,
  onToggle,
  manager,
}: UploadRowProps) {
  const { server, sending, sentBytes } = item
  const { id, fileName, fileSizeBytes, state, asset } = server
  const [isMapping, setIsMapping] = useState(false)
  const badge = stateBadge(item)
  const outcome = describeOutcome(server)
  const canStop = ['waiting', 'received', 'needs_mapping'].includes(state)
  return (
    <div className="flex min-h-16 items-center gap-3 px-4 py-2 text-sm">
      <Checkbox
        aria-label={`Choose ${fileName}`}
        checked={isSelected}
        onCheckedChange={(isOn) => onToggle(id, isOn)}
      />
      <Thumbnail item={item} />
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex items-baseline gap-2">
          <span className="truncate" title={fileName}>
            {fileName}
          </span>
          <span className="text-muted shrink-0 text-xs tabular-nums">
            {formatBytes(fileSizeBytes)}
          </span>
        </p>
        {sending === 'sending' && (
          <Progress
            hideLabel
            label={`Uploading ${fileName}`}
            value={Math.min(1, sentBytes / fileSizeBytes)}
          />
        )}
        {outcome && (
          <p className={state === 'failed' ? 'text-danger text-xs' : 'text-muted text-xs'}>
            {outcome}
          </p>
        )}
        {asset?.findings.map(({ ruleId, severity, message }) => (
          <p
            key={ruleId}
            className={severity === 'block' ? 'text-danger text-xs' : 'text-warning text-xs'}
          >
            {severity === 'block' ? 'Cannot be approved: ' : 'Brand: '}
            {message}
          </p>
        ))}
        {server.similar.map((alike) => (
          <p key={alike.id} className="text-warning flex items-center gap-1 text-xs">
            {/* eslint-disable-next-line @next/next/no-img-element -- already small and immutable */}
            <img src={alike.url} alt="" className="size-4 rounded-sm object-cover" />
            <span className="truncate">
              Looks like{' '}
              <Link className="underline" href={`/library?asset=${alike.id}`}>
                {alike.name}
              </Link>
            </span>
          </p>
        ))}
      </div>
      <Badge tone={badge.tone} className="hidden shrink-0 sm:inline-flex">
        {badge.label}
      </Badge>
      <div className="flex shrink-0 items-center gap-1">
        {state === 'needs_mapping' && (
          <Button size="sm" variant="primary" onClick={() => setIsMapping(true)}>
            Import
          </Button>
        )}
        {asset && (
          <Button asChild size="sm" variant="ghost">
            <Link href={`/library?asset=${asset.id}`} aria-label={`Open ${asset.name}`}>
              Open
            </Link>
          </Button>
        )}
        {state === 'failed' && server.canRetry && (
          <IconButton
            size="sm"
            label={`Try ${fileName} again`}
            onClick={() => void manager.retry([id])}
          >
            <RotateCw aria-hidden />
          </IconButton>
        )}
        {canStop && (
          <IconButton
            size="sm"
            label={`Stop ${fileName}`}
            onClick={() => void manager.cancel([id])}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {isMapping && server.sheet && (
        <SheetImportDialog
          file={server}
          sheet={server.sheet}
          onClose={() => setIsMapping(false)}
          onImported={() => void manager.refresh(item.batchId)}
        />
      )}
    </div>
  )
})

function Thumbnail({ item: { server } }: { item: UploadItem }) {
  if (server.asset?.thumbnailUrl) {
    return (
      // eslint-disable-next-line @next/next/no-img-element -- a rendition of its own size, immutable
      <img
        src={server.asset.thumbnailUrl}
        alt=""
        loading="lazy"
        className="bg-subtle size-10 shrink-0 rounded-md object-contain"
      />
    )
  }
  const Icon = /\.(csv|tsv|xlsx|txt)$/i.test(server.fileName)
    ? FileSpreadsheet
    : /\.zip$/i.test(server.fileName)
      ? FileArchive
      : server.asset?.video || /\.(mp4|webm|m4v)$/i.test(server.fileName)
        ? FileVideo
        : FileImage
  return (
    <span className="bg-subtle text-muted flex size-10 shrink-0 items-center justify-center rounded-md">
      <Icon aria-hidden className="size-5" />
    </span>
  )
}

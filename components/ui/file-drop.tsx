'use client'

import { Upload } from 'lucide-react'
import { useDropzone, type Accept } from 'react-dropzone'
import { Button } from './button'
import { cn } from './cn'
import { formatBytes } from './format-number'

interface FileDropProps {
  onFiles: (files: File[]) => void
  /** The files refused, each with a reason a person can act on. */
  onRejected?: (rejected: { fileName: string; reason: string }[]) => void
  /** MIME types to extensions, such as { 'image/png': ['.png'] }. */
  accept?: Accept
  maxSizeBytes?: number
  multiple?: boolean
  disabled?: boolean
  title?: string
  hint?: string
  className?: string
}

export function FileDrop({
  onFiles,
  onRejected,
  accept,
  maxSizeBytes,
  multiple = true,
  disabled = false,
  title = multiple ? 'Drop files here' : 'Drop a file here',
  hint,
  className,
}: FileDropProps) {
  const reasons: Record<string, string> = {
    'file-invalid-type': 'This kind of file is not accepted.',
    'file-too-large': `Larger than ${formatBytes(maxSizeBytes ?? 0)}.`,
    'too-many-files': 'Only one file at a time.',
  }
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    accept,
    maxSize: maxSizeBytes,
    multiple,
    disabled,
    noKeyboard: true,
    onDropAccepted: onFiles,
    onDropRejected: (rejections) => {
      onRejected?.(
        rejections.map(({ file, errors }) => ({
          fileName: file.name,
          reason: errors.map(({ code, message }) => reasons[code] ?? message).join(' '),
        })),
      )
    },
  })
  return (
    <div
      {...getRootProps({ role: 'group', 'aria-label': title, tabIndex: undefined })}
      className={cn(
        'border-input bg-surface hover:bg-subtle flex min-h-32 flex-col items-center justify-center gap-1 rounded-lg border border-dashed p-6 text-center text-sm transition-colors',
        isDragActive && 'border-accent bg-accent-subtle',
        disabled && 'cursor-not-allowed opacity-60',
        className,
      )}
    >
      <input {...getInputProps()} />
      <Upload aria-hidden className="text-muted mb-1 size-5" />
      <span className="font-medium">{isDragActive ? 'Let go to add' : title}</span>
      {hint && <span className="text-muted text-xs">{hint}</span>}
      <Button size="sm" disabled={disabled} className="mt-2">
        {multiple ? 'Choose files' : 'Choose a file'}
      </Button>
    </div>
  )
}

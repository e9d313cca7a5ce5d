'use client'

import { CircleCheck, FolderUp, Upload } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { cn } from '@/components/ui/cn'
import { PageHeader } from '@/components/ui/page-header'
import type { PictureKind } from '@/lib/assets/asset'
import { NO_DEFAULTS, type UploadDefaults } from '@/lib/uploads/upload'
import { DropDetails, type KindChoice } from './drop-details'
import { UploadQueue } from './upload-queue'
import { isOrphan } from './upload-item'
import { useUploadManager } from './use-upload-manager'

/** Where everything comes in: pictures, folders, archives and sheets, any number at once. */
export function UploadPage() {
  const { manager, state } = useUploadManager()
  const [defaults, setDefaults] = useState<UploadDefaults>(NO_DEFAULTS)
  const [kind, setKind] = useState<KindChoice>('guess')
  const folderInput = useRef<HTMLInputElement>(null)
  const add = (files: readonly File[]) => {
    const kindOf = (): PictureKind | undefined => (kind === 'guess' ? undefined : kind)
    void manager.add(files, defaults, kindOf)
  }
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (accepted) => add(accepted),
    noClick: true,
    noKeyboard: true,
  })
  const waitingForFile = useMemo(() => state.items.filter(isOrphan).length, [state.items])
  return (
    <div {...getRootProps({ role: undefined, tabIndex: undefined })} className="space-y-4">
      <input {...getInputProps({ 'aria-label': 'Choose files' })} />
      <input
        ref={folderInput}
        type="file"
        hidden
        aria-label="Choose a folder"
        // React has no name for it; all browsers have.
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <PageHeader
        breadcrumbs={[{ label: 'Library', href: '/library' }]}
        title="Upload"
        description="Pictures, short videos, drawings, folders, zip archives and sheets of copy, hundreds at a time. Everything starts as a draft."
        actions={
          <ButtonLink href="/library" icon={<CircleCheck aria-hidden />}>
            Back to the library
          </ButtonLink>
        }
      />
      {state.isOffline && (
        <Callout tone="warning" live title="No connection: uploads are paused">
          They go on by themselves, from where they stopped, as soon as the studio answers again.
        </Callout>
      )}
      {waitingForFile > 0 && (
        <Callout
          title={
            waitingForFile === 1
              ? 'One file has not arrived in full'
              : `${waitingForFile} files have not arrived in full`
          }
        >
          Add the same files or folder again: only what is missing is sent.
        </Callout>
      )}
      {state.failure && (
        <Callout tone="danger" live title="That did not work">
          {state.failure}
        </Callout>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-4">
          <section
            aria-label="Add files"
            className={cn(
              'border-input bg-surface flex min-h-48 flex-col items-center justify-center gap-2 rounded-lg border border-dashed p-6 text-center transition-colors',
              isDragActive && 'border-accent bg-accent-subtle',
            )}
          >
            <Upload aria-hidden className="text-muted size-8" />
            <p className="text-lg font-medium">
              {isDragActive ? 'Let go to upload' : 'Drop files or folders here'}
            </p>
            <p className="text-muted max-w-prose text-sm">
              JPEG, PNG, WebP, AVIF, GIF and SVG up to 10 MB each, MP4 and WebM up to 30 s and 10
              MB, zip archives up to 500 MB, and copy as CSV or XLSX.
            </p>
            <div className="mt-2 flex flex-wrap justify-center gap-2">
              <Button variant="primary" icon={<Upload aria-hidden />} onClick={open}>
                Choose files
              </Button>
              <Button icon={<FolderUp aria-hidden />} onClick={() => folderInput.current?.click()}>
                Choose a folder
              </Button>
            </div>
          </section>
          <UploadQueue manager={manager} state={state} />
        </div>
        <DropDetails
          defaults={defaults}
          onDefaultsChange={setDefaults}
          kind={kind}
          onKindChange={setKind}
        />
      </div>
    </div>
  )
}

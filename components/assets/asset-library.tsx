'use client'

import { Palette, PenLine, Upload } from 'lucide-react'
import { useCallback, useState } from 'react'
import { LibraryView } from '@/components/library/library-view'
import { useLibraryQuery } from '@/components/library/use-library-query'
import { Button } from '@/components/ui/button'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import type { Permission } from '@/lib/workspaces/permission'
import { AddCopyDialog } from './add-copy-dialog'
import { AddThemeDialog } from './add-theme-dialog'
import { AssetPermissionsContext, useAssetPermissions } from './asset-permissions'
import { PictureDropZone } from './picture-drop-zone'
import { isUnfinished } from './upload-queue'
import { UploadSheet } from './upload-sheet'
import { UploadsStatus } from './uploads-status'
import { useUploads } from './use-uploads'

export function AssetLibrary({ permissions }: { permissions: readonly Permission[] }) {
  return (
    <AssetPermissionsContext value={permissions}>
      <Library />
    </AssetPermissionsContext>
  )
}

type Adding = 'upload' | 'copy' | 'theme' | null

function Library() {
  const { canEdit } = useAssetPermissions()
  const state = useLibraryQuery()
  const { setParams, clear } = state
  const uploads = useUploads()
  const [adding, setAdding] = useState<Adding>(null)
  const only = (name: Adding) => (isOpen: boolean) => setAdding(isOpen ? name : null)
  const openAsset = useCallback(
    (asset: string) => void setParams({ asset }, { history: 'push' }),
    [setParams],
  )
  return (
    <PictureDropZone
      uploads={uploads}
      kind="image"
      disabled={!canEdit || adding === 'upload'}
      onDropped={() => setAdding('upload')}
    >
      <LeaveGuard
        when={uploads.items.some(isUnfinished)}
        title="Leave while pictures are uploading?"
        body="What has not arrived yet will be missing."
        confirmLabel="Leave anyway"
      />
      <PageHeader
        title="Library"
        description="The pictures, words and colours that ads are assembled from. Only what is approved is ever shown."
        actions={
          canEdit && (
            <>
              <Button icon={<Palette aria-hidden />} onClick={() => setAdding('theme')}>
                Add colours
              </Button>
              <Button icon={<PenLine aria-hidden />} onClick={() => setAdding('copy')}>
                Write copy
              </Button>
              <Button
                variant="primary"
                icon={<Upload aria-hidden />}
                onClick={() => setAdding('upload')}
              >
                Upload pictures
              </Button>
            </>
          )
        }
      />
      <UploadsStatus uploads={uploads} onOpen={() => setAdding('upload')} />
      <LibraryView
        state={state}
        onOpen={openAsset}
        onUpload={() => setAdding('upload')}
        onWrite={() => setAdding('copy')}
      />
      <UploadSheet
        open={adding === 'upload'}
        onOpenChange={only('upload')}
        uploads={uploads}
        onOpenAsset={(assetId) => {
          setAdding(null)
          openAsset(assetId)
        }}
      />
      <AddCopyDialog open={adding === 'copy'} onOpenChange={only('copy')} onCreated={clear} />
      <AddThemeDialog
        open={adding === 'theme'}
        onOpenChange={only('theme')}
        onCreated={openAsset}
      />
    </PictureDropZone>
  )
}

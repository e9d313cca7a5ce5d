'use client'

import { Palette, PenLine, Upload } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { LibraryView } from '@/components/library/library-view'
import { useLibraryQuery } from '@/components/library/use-library-query'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { LibraryDropZone } from '@/components/uploads/library-drop-zone'
import { UploadsNotice } from '@/components/uploads/uploads-notice'
import type { Permission } from '@/lib/workspaces/permission'
import { AddCopyDialog } from './add-copy-dialog'
import { AddThemeDialog } from './add-theme-dialog'
import { AssetPermissionsContext, useAssetPermissions } from './asset-permissions'

export function AssetLibrary({ permissions }: { permissions: readonly Permission[] }) {
  return (
    <AssetPermissionsContext value={permissions}>
      <Library />
    </AssetPermissionsContext>
  )
}

type Adding = 'copy' | 'theme' | null

function Library() {
  const { canEdit } = useAssetPermissions()
  const state = useLibraryQuery()
  const { setParams, clear } = state
  const router = useRouter()
  const [adding, setAdding] = useState<Adding>(null)
  const only = (name: Adding) => (isOpen: boolean) => setAdding(isOpen ? name : null)
  const openAsset = useCallback(
    (asset: string) => void setParams({ asset }, { history: 'push' }),
    [setParams],
  )
  return (
    <LibraryDropZone disabled={!canEdit}>
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
              <ButtonLink variant="primary" icon={<Upload aria-hidden />} href="/library/upload">
                Upload
              </ButtonLink>
            </>
          )
        }
      />
      {canEdit && <UploadsNotice />}
      <LibraryView
        state={state}
        onOpen={openAsset}
        onUpload={() => router.push('/library/upload')}
        onWrite={() => setAdding('copy')}
      />
      <AddCopyDialog open={adding === 'copy'} onOpenChange={only('copy')} onCreated={clear} />
      <AddThemeDialog
        open={adding === 'theme'}
        onOpenChange={only('theme')}
        onCreated={openAsset}
      />
    </LibraryDropZone>
  )
}

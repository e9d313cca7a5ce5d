'use client'

import { Images, PenLine, Type, Upload } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import type { Permission } from '@/lib/workspaces/permission'
import { AddCopyDialog } from './add-copy-dialog'
import { AssetGrid } from './asset-grid'
import { AssetPermissionsContext, useAssetPermissions } from './asset-permissions'
import { AssetSheet } from './asset-sheet'
import { CopyTable } from './copy-table'
import { LibraryToolbar } from './library-toolbar'
import { LoadMore } from './load-more'
import { PictureDropZone } from './picture-drop-zone'
import { isUnfinished } from './upload-queue'
import { UploadSheet } from './upload-sheet'
import { UploadsStatus } from './uploads-status'
import { useAssetList } from './use-assets'
import { useLibraryFilter } from './use-library-filter'
import { useUploads } from './use-uploads'

export function AssetLibrary({ permissions }: { permissions: readonly Permission[] }) {
  return (
    <AssetPermissionsContext value={permissions}>
      <Library />
    </AssetPermissionsContext>
  )
}

function Library() {
  const { canEdit } = useAssetPermissions()
  const { params, setParams, filter, isFiltered } = useLibraryFilter()
  const { view } = params
  const list = useAssetList(filter)
  const { fetchNextPage } = list
  const uploads = useUploads()
  const [isUploadOpen, setIsUploadOpen] = useState(false)
  const [isCopyOpen, setIsCopyOpen] = useState(false)
  // What is selected belongs to the list it was selected in.
  const listKey = JSON.stringify(filter)
  const [selection, setSelection] = useState<{ listKey: string; ids: string[] }>({
    listKey,
    ids: [],
  })
  const selectedIds = selection.listKey === listKey ? selection.ids : []
  const select = (ids: string[]) => setSelection({ listKey, ids })
  const openAsset = useCallback(
    (asset: string) => void setParams({ asset }, { history: 'push' }),
    [setParams],
  )
  const openFromUploads = (assetId: string) => {
    setIsUploadOpen(false)
    openAsset(assetId)
  }
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])

  const actions = canEdit && (
    <>
      <Button icon={<PenLine aria-hidden />} onClick={() => setIsCopyOpen(true)}>
        Write copy
      </Button>
      <Button variant="primary" icon={<Upload aria-hidden />} onClick={() => setIsUploadOpen(true)}>
        Upload pictures
      </Button>
    </>
  )
  const View = view === 'pictures' ? AssetGrid : CopyTable
  const isEmpty = !list.isPending && list.assets.length === 0
  return (
    <PictureDropZone
      uploads={uploads}
      kind="image"
      disabled={!canEdit || isUploadOpen}
      onDropped={() => setIsUploadOpen(true)}
    >
      <LeaveGuard
        when={uploads.items.some(isUnfinished)}
        title="Leave while pictures are uploading?"
        body="What has not arrived yet will be missing."
        confirmLabel="Leave anyway"
      />
      <PageHeader
        title="Library"
        description="The pictures and the copy that ads are assembled from. Only what is approved is ever shown."
        actions={actions}
      />
      <UploadsStatus uploads={uploads} onOpen={() => setIsUploadOpen(true)} />
      <Card flush>
        <LibraryToolbar params={params} setParams={setParams} />
        {list.isError && list.assets.length === 0 ? (
          <ErrorState
            title="The library could not be loaded"
            body={list.error.message}
            onRetry={() => void list.refetch()}
          />
        ) : isEmpty && isFiltered ? (
          <EmptyState
            title="Nothing fits"
            body="Change the search, the kind or the state."
            action={
              <Button
                onClick={() => void setParams({ kind: 'all', state: 'all', search: '', tag: '' })}
              >
                Show everything
              </Button>
            }
          />
        ) : isEmpty ? (
          <EmptyState
            icon={view === 'pictures' ? <Images /> : <Type />}
            title={view === 'pictures' ? 'No pictures yet' : 'No copy yet'}
            body={
              view === 'pictures'
                ? 'Drop your product and mood pictures anywhere on this page, hundreds at a time. They are cut to all six ad sizes for you.'
                : 'Write a few headlines, texts and button words. The more there are, the more the ads can learn.'
            }
            action={
              canEdit &&
              (view === 'pictures' ? (
                <Button icon={<Upload aria-hidden />} onClick={() => setIsUploadOpen(true)}>
                  Choose pictures
                </Button>
              ) : (
                <Button icon={<PenLine aria-hidden />} onClick={() => setIsCopyOpen(true)}>
                  Write the first ones
                </Button>
              ))
            }
          />
        ) : (
          <View
            assets={list.assets}
            loading={list.isPending}
            canSelect={canEdit}
            selectedIds={selectedIds}
            onSelectedIdsChange={select}
            onOpen={openAsset}
          />
        )}
        {list.assets.length > 0 && (
          <LoadMore
            shown={list.assets.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={more}
          />
        )}
      </Card>
      <UploadSheet
        open={isUploadOpen}
        onOpenChange={setIsUploadOpen}
        uploads={uploads}
        onOpenAsset={openFromUploads}
      />
      <AddCopyDialog
        open={isCopyOpen}
        onOpenChange={setIsCopyOpen}
        onCreated={() => void setParams({ view: 'copy', kind: 'all', state: 'all', search: '' })}
      />
      <AssetSheet
        assetId={params.asset || null}
        knownTags={[...new Set(list.assets.flatMap(({ tags }) => tags))].sort()}
        onClose={() => void setParams({ asset: '' })}
      />
    </PictureDropZone>
  )
}

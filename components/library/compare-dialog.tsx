'use client'

import { useQueries } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { ThemeSwatches } from '@/components/assets/theme-swatches'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { type AssetResponse, assetResponseSchema } from '@/lib/assets/asset'
import { ComparePictures } from './compare-pictures'
import { compareFacts } from './compare-facts'
import { diffWords } from './diff-words'

interface CompareDialogProps {
  /** Two to four; nothing is shown for fewer. */
  assetIds: readonly string[]
  onClose: () => void
}

export function CompareDialog({ assetIds, onClose }: CompareDialogProps) {
  const isOpen = assetIds.length >= 2
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      {isOpen && (
        <DialogContent size="xl" title={`Compare ${assetIds.length} assets`}>
          <Loaded assetIds={assetIds} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function Loaded({ assetIds }: { assetIds: readonly string[] }) {
  const queries = useQueries({
    queries: assetIds.map((id) => ({
      queryKey: [...ASSETS_KEY, 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        requestApi(`/api/v1/assets/${id}`, assetResponseSchema, { signal }),
    })),
  })
  const failed = queries.find(({ isError }) => isError)
  const assets = queries.flatMap(({ data }) => data ?? [])
  if (failed) {
    return (
      <ErrorState
        title="They cannot be compared"
        body={failed.error?.message ?? 'One of them could not be loaded.'}
        onRetry={() => queries.forEach((query) => void query.refetch())}
      />
    )
  }
  if (assets.length < assetIds.length) {
    return (
      <div aria-busy className="grid grid-cols-2 gap-3">
        {assetIds.map((id) => (
          <Skeleton key={id} className="h-64" />
        ))}
      </div>
    )
  }
  return <Compared assets={assets} />
}

function Compared({ assets }: { assets: readonly AssetResponse[] }) {
  const columns = { gridTemplateColumns: `repeat(${assets.length}, minmax(0, 1fr))` }
  const pictures = assets.filter(({ picture }) => picture !== null)
  const first = assets.find(({ text }) => text !== null)
  return (
    <div className="space-y-5">
      {pictures.length > 0 && <ComparePictures assets={pictures} />}
      {assets.length > pictures.length && (
        <div className="grid gap-3" style={columns}>
          {assets.map((asset) => (
            <div key={asset.id} className="min-w-0 space-y-1">
              <h3 className="truncate text-sm font-medium">{asset.name}</h3>
              {asset.theme && (
                <ThemeSwatches theme={asset.theme} className="h-32 rounded-md border" />
              )}
              {asset.text !== null && first && (
                <WordDiff
                  before={asset === first ? asset.text : (first.text ?? '')}
                  after={asset.text}
                />
              )}
            </div>
          ))}
        </div>
      )}
      <Facts assets={assets} />
    </div>
  )
}

/** What is new against the first, and what is gone. */
function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <p dir="auto" className="bg-subtle rounded-md p-3 text-base wrap-anywhere">
      {diffWords(before, after).map(({ kind, text }, at) =>
        kind === 'same' ? (
          <span key={at}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={at} className="bg-positive-subtle text-positive">
            {text}
          </ins>
        ) : (
          <del key={at} className="bg-danger-subtle text-danger">
            {text}
          </del>
        ),
      )}
    </p>
  )
}

function Facts({ assets }: { assets: readonly AssetResponse[] }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="What is known of them">
      <table className="w-full min-w-[28rem] table-fixed text-sm">
        <caption className="sr-only">What is known of each; rows that differ are marked</caption>
        <thead>
          <tr className="border-border border-b text-left">
            <th scope="col" className="text-muted w-28 py-1.5 pr-2 text-xs font-medium">
              Fact
            </th>
            {assets.map(({ id, name }) => (
              <th key={id} scope="col" className="truncate py-1.5 pr-2 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareFacts(assets).map(({ label, values, isSame }) => (
            <tr
              key={label}
              data-differs={!isSame}
              className={cn('border-border border-b', !isSame && 'bg-warning-subtle')}
            >
              <th scope="row" className="text-muted py-1.5 pr-2 pl-1 text-left text-xs font-medium">
                {label}
                {!isSame && <span className="text-warning block">differs</span>}
              </th>
              {values.map((value, at) => (
                <td key={assets[at]?.id} className="py-1.5 pr-2 align-top wrap-anywhere">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

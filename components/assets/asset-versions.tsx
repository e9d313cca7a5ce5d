'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { type AssetResponse, assetResponseSchema } from '@/lib/assets/asset'
import { type AssetVersion, assetVersionListSchema } from '@/lib/assets/asset-version'
import { nameLocale } from '@/lib/assets/locale'
import { useAssetPermissions } from './asset-permissions'
import { ThemeSwatches } from './theme-swatches'
import { ASSETS_KEY } from './use-assets'

/** What an asset was before, and a way back to it. */
export function AssetVersions({ asset }: { asset: AssetResponse }) {
  const { canEdit } = useAssetPermissions()
  const query = useQuery({
    queryKey: [...ASSETS_KEY, 'versions', asset.id, asset.version],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${asset.id}/versions`, assetVersionListSchema, { signal }),
  })
  const restore = useRestoreVersion(asset)
  const canRestore = canEdit && asset.state !== 'archived'
  return (
    <QueryContent query={query} noun="The versions">
      {({ items }) => (
        <ol className="divide-border border-border divide-y rounded-md border">
          {items.map((version) => (
            <li key={version.version} className="space-y-2 p-3 text-sm">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-medium">Version {version.version}</span>
                {version.version === asset.version && <Badge tone="accent">Now</Badge>}
                <span className="text-muted">
                  <LocalTime time={version.createdAt} />
                  {version.createdBy && ` by ${version.createdBy}`}
                </span>
                {canRestore && version.version !== asset.version && (
                  <Button
                    size="sm"
                    className="ml-auto"
                    icon={<RotateCcw aria-hidden />}
                    loading={restore.isPending && restore.variables === version.version}
                    onClick={() => restore.mutate(version.version)}
                  >
                    Bring back
                  </Button>
                )}
              </div>
              <VersionContent version={version} hasPicture={asset.picture !== null} />
            </li>
          ))}
        </ol>
      )}
    </QueryContent>
  )
}

function VersionContent({ version, hasPicture }: { version: AssetVersion; hasPicture: boolean }) {
  const { text, altText, locale, theme, focalX, focalY } = version
  const percent = (ratio: number) => `${Math.round(ratio * 100)} %`
  return (
    <div className="space-y-1">
      {text !== null && <p dir="auto">{text}</p>}
      {theme && <ThemeSwatches theme={theme} className="h-16 w-40 rounded-md border" />}
      <p className="text-muted text-xs">
        {nameLocale(locale)}
        {hasPicture &&
          `, focal point ${percent(focalX)} from the left and ${percent(focalY)} from the top, ${altText === '' ? 'without alternative text' : `“${altText}”`}`}
      </p>
    </div>
  )
}

function useRestoreVersion(asset: AssetResponse) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      requestApi(`/api/v1/assets/${asset.id}/versions/${version}/restore`, assetResponseSchema, {
        method: 'POST',
      }),
    onSuccess: (_, version) => {
      toast.success(`Version ${version} is back, as a new version`)
      return queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
    },
  })
}

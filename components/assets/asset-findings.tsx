'use client'

import { useQuery } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { Callout } from '@/components/ui/callout'
import type { AssetResponse } from '@/lib/assets/asset'
import { findingListSchema } from '@/lib/brand/brand-kit-api'
import type { Finding } from '@/lib/brand/finding'

/** What an asset breaks of the brand's rules of the moment; nothing where it breaks none. */
export function AssetFindings({ asset }: { asset: Pick<AssetResponse, 'id' | 'updatedAt'> }) {
  const { data } = useQuery({
    queryKey: ['asset-findings', asset.id, asset.updatedAt],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets/${asset.id}/findings`, findingListSchema, { signal }),
  })
  if (!data || data.findings.length === 0) return null
  const blocking = data.findings.filter(({ severity }) => severity === 'block')
  const warning = data.findings.filter(({ severity }) => severity === 'warn')
  return (
    <div className="space-y-2">
      {blocking.length > 0 && (
        <Callout tone="danger" title="The brand’s rules keep it from being approved">
          <FindingList findings={blocking} />
        </Callout>
      )}
      {warning.length > 0 && (
        <Callout tone="warning" title="The brand’s rules warn">
          <FindingList findings={warning} />
        </Callout>
      )}
    </div>
  )
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="space-y-1.5">
      {findings.map(({ ruleId, message, fix, owner, reason }) => (
        <li key={ruleId} className="break-words">
          {message} {fix}
          <span className="text-muted block text-xs">
            {owner}: {reason}
          </span>
        </li>
      ))}
    </ul>
  )
}

'use client'

import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { StatusBadge } from '@/components/ui/status-badge'
import { QueryContent } from '@/components/ui/query-content'
import type { AssetKind } from '@/lib/decision/snapshot'
import { labelSlot } from '@/lib/assets/label-slot'
import { useAssetUsage } from './use-assets'

/** The campaigns and slots in which an asset is. */
export function AssetUsageList({ assetId, kind }: { assetId: string; kind: AssetKind }) {
  const query = useAssetUsage(assetId)
  return (
    <section className="space-y-2">
      <h3 className="text-sm font-medium">Where it is used</h3>
      <QueryContent query={query} noun="The usage">
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted text-sm">In no campaign yet.</p>
          ) : (
            <ul className="divide-border border-border divide-y rounded-md border text-sm">
              {items.map(({ campaignId, campaignName, campaignStatus, slot, isPaused, isLive }) => (
                <li
                  key={`${campaignId} ${slot}`}
                  className="flex flex-wrap items-center gap-2 px-3 py-2"
                >
                  <Link
                    href={`/campaigns/${campaignId}/assets#${encodeURIComponent(`slots.${slot}`)}`}
                    className="text-accent font-medium underline"
                  >
                    {campaignName}
                  </Link>
                  <span className="text-muted">in the slot {labelSlot(slot, kind)}</span>
                  <StatusBadge status={campaignStatus} />
                  {isLive && <Badge tone="positive">Served now</Badge>}
                  {isPaused && <Badge tone="warning">Paused here</Badge>}
                </li>
              ))}
            </ul>
          )
        }
      </QueryContent>
    </section>
  )
}

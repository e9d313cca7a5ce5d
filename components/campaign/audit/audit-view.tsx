'use client'

import { LayoutPanelTop } from 'lucide-react'
import { AssetPermissionsContext } from '@/components/assets/asset-permissions'
import { useCampaign } from '@/components/campaign/use-campaign'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { Permission } from '@/lib/workspaces/permission'
import { AssetsTabs } from './assets-tabs'
import { AuditFixesProvider } from './audit-fixes-provider'
import { ExportMenu } from './export-menu'
import { FindingsCard } from './findings-card'
import { InventoryCard } from './inventory-card'
import { MatrixCard } from './matrix-card'
import { ScoreCard } from './score-card'
import { useAudit } from './use-audit'
import { WeightsCard } from './weights-card'

interface AuditViewProps {
  campaignId: string
  permissions: readonly Permission[]
}

/** What a campaign's assets can do, what is missing, and the buttons that mend it. */
export function AuditView({ campaignId, permissions }: AuditViewProps) {
  const { data: campaign } = useCampaign(campaignId)
  return (
    <AssetPermissionsContext value={permissions}>
      <section aria-label="Audit of the assets" className="space-y-5">
        <AssetsTabs campaignId={campaignId} />
        {campaign && (
          <AuditFixesProvider campaign={campaign}>
            <AuditBody campaign={campaign} />
          </AuditFixesProvider>
        )}
      </section>
    </AssetPermissionsContext>
  )
}

function AuditBody({ campaign }: { campaign: CampaignDetail }) {
  const query = useAudit(campaign.id, campaign.editVersion)
  const audit = query.data
  if (campaign.slots.length === 0) return <NothingToAudit campaignId={campaign.id} />
  if (!audit) {
    return query.isError ? (
      <Card>
        <ErrorState
          title="The audit could not be made"
          body={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      </Card>
    ) : (
      <div aria-busy className="space-y-5">
        <Skeleton className="h-48" />
        <Skeleton className="h-72" />
        <Skeleton className="h-64" />
      </div>
    )
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted max-w-xl text-sm">
          The saved slots against what the campaign needs: sizes, segments, languages, rights, brand
          and weight.
        </p>
        <div className="flex gap-2">
          <ExportMenu campaignId={campaign.id} />
          <ButtonLink href={`/campaigns/${campaign.id}/audit/report`}>Report to print</ButtonLink>
        </div>
      </div>
      {!audit.hasPlacements && (
        <Callout
          title="Nothing is placed yet, so every ad size counts"
          actions={
            <ButtonLink size="sm" href={`/campaigns/${campaign.id}/pilot#placementIds`}>
              Choose placements
            </ButtonLink>
          }
        >
          Once placements are chosen, only their sizes do.
        </Callout>
      )}
      <ScoreCard score={audit.score} modularity={audit.modularity} />
      <FindingsCard audit={audit} />
      <MatrixCard audit={audit} isStale={query.isPlaceholderData} />
      <WeightsCard weights={audit.weights} sizes={audit.sizes} />
      <InventoryCard audit={audit} campaign={campaign} />
    </>
  )
}

function NothingToAudit({ campaignId }: { campaignId: string }) {
  return (
    <Card>
      <EmptyState
        icon={<LayoutPanelTop />}
        title="Nothing to audit yet"
        body="Give the ad its slots and put some assets in. The audit then says which sizes, segments and languages they cover."
        action={
          <ButtonLink variant="primary" href={`/campaigns/${campaignId}/assets`}>
            Choose assets
          </ButtonLink>
        }
      />
    </Card>
  )
}

'use client'

import { useCallback, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatChance } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { RenderCheckCard } from '@/components/render-check/render-check-card'
import { useFindings } from '@/components/render-check/use-findings'
import { renderSample } from '@/lib/creatives/render-decision'
import type { Gallery } from '@/lib/gallery/gallery-api'
import { findStaticAd, type GalleryAd } from '@/lib/gallery/select-ads'
import { AdCard } from './ad-card'
import { AdDialog, type OpenAd } from './ad-dialog'
import { AdGrid } from './ad-grid'
import { CompareBar } from './compare-bar'
import { CountSteps } from './count-steps'
import { formatBigCount } from './format-big-count'
import { GalleryActions } from './gallery-actions'
import { GalleryFilters } from './gallery-filters'
import { GalleryPages } from './gallery-pages'
import { type GalleryUrl, type SetGalleryUrl, useChances } from './use-gallery'
import { ADS_A_PAGE, useSelection } from './use-selection'

interface GalleryScreenProps {
  campaign: CampaignDetail
  gallery: Extract<Gallery, { kind: 'ok' }>
  canShare: boolean
  url: GalleryUrl
  onChange: SetGalleryUrl
}

export function GalleryScreen({ campaign, gallery, canShare, url, onChange }: GalleryScreenProps) {
  const { snapshot, sizes, locales } = gallery
  const size = url.size && sizes.includes(url.size) ? url.size : (sizes[0] ?? '300x250')
  const chances = useChances(campaign, url.source, url.segment)
  const hasChances = (chances.data?.policyVersion ?? 0) > 0
  const findings = useFindings(campaign, size)
  const { filter, selection, steps, ads } = useSelection(
    snapshot,
    locales,
    url,
    hasChances ? chances.data : undefined,
    findings,
  )
  const [open, setOpen] = useState<OpenAd | null>(null)
  const [pinned, setPinned] = useState<readonly GalleryAd[]>([])
  const chanceOf = (key: string) =>
    hasChances ? (chances.data?.ads.find((ad) => ad.key === key)?.probability ?? 0) : null
  const staticAd = findStaticAd(selection.space)
  const pin = (ad: GalleryAd) =>
    setPinned((before) =>
      before.some(({ key }) => key === ad.key)
        ? before.filter(({ key }) => key !== ad.key)
        : [...before.slice(-1), ad],
    )
  return (
    <div className="space-y-5">
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_288px]">
        <Card title="All ads" description="What can be shown, drawn as it would be served.">
          <GalleryFilters
            snapshot={snapshot}
            sizes={sizes}
            size={size}
            locales={[...new Set(Object.values(locales))].sort()}
            hasChances={hasChances}
            findings={findings?.length ?? null}
            url={url}
            onChange={onChange}
          />
        </Card>
        <CountSteps
          snapshot={snapshot}
          steps={steps}
          withFindings={url.findings ? selection.count : null}
        />
      </div>
      <RenderCheckCard
        campaign={campaign}
        canRun={canShare}
        onOpen={(cell) =>
          setOpen({ key: cell.key, name: 'An ad with findings', assets: cell.assets })
        }
      />
      {!selection.isWhole && (
        <Callout tone="warning" title="Too many pairs depend on each other to count these ads">
          The first {formatBigCount(selection.count)} are shown. Choose an element to see others.
        </Callout>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <GalleryPages ads={ads} onChange={(page) => onChange({ page })} />
        <div className="flex flex-wrap items-center gap-2">
          {staticAd && (
            <Button onClick={() => setOpen({ ...staticAd, name: 'The static ad' })}>
              Static ad
            </Button>
          )}
          <GalleryActions
            {...{ snapshot, size, filter, selection, ads, canShare }}
            source={url.source}
          />
        </div>
      </div>
      {ads.count === 0 ? (
        <EmptyState
          title="No ad is left"
          body="Pairs, rules and your filter leave nothing that can be shown."
          action={
            <Button
              onClick={() =>
                onChange({ only: [], without: [], segment: null, locale: null, findings: false })
              }
            >
              Show all ads
            </Button>
          }
        />
      ) : (
        <AdGrid
          key={`${size} ${ads.page}`}
          label="Ads"
          count={ads.count}
          size={size}
          renderAd={(index, widthPx) => {
            const ad = ads.at(index)
            if (!ad) return null
            const name = `ad ${formatBigCount(ad.number)}`
            return (
              <SnapshotCard
                key={ad.key}
                {...{ snapshot, size, index, name, widthPx, ad }}
                chance={chanceOf(ad.key)}
                isPinned={pinned.some(({ key }) => key === ad.key)}
                onPin={() => pin(ad)}
                onOpen={() => setOpen({ ...ad, name: `Ad ${formatBigCount(ad.number)}` })}
              />
            )
          }}
        />
      )}
      {ads.pages > 1 && ads.count === ADS_A_PAGE && (
        <GalleryPages ads={ads} onChange={(page) => onChange({ page })} />
      )}
      <CompareBar
        snapshot={snapshot}
        size={size}
        ads={pinned}
        chanceOf={chanceOf}
        onClear={() => setPinned([])}
      />
      <AdDialog
        snapshot={snapshot}
        sizes={sizes}
        ad={open}
        chance={open && chanceOf(open.key)}
        onClose={() => setOpen(null)}
      />
    </div>
  )
}

interface SnapshotCardProps {
  snapshot: Extract<Gallery, { kind: 'ok' }>['snapshot']
  size: GalleryScreenProps['gallery']['sizes'][number]
  index: number
  name: string
  widthPx: number
  ad: GalleryAd
  chance: number | null
  isPinned: boolean
  onPin: () => void
  onOpen: () => void
}

/** Keyed by its ad: its elements are the ones it began with. */
function SnapshotCard({ snapshot, ad, chance, size, name, ...card }: SnapshotCardProps) {
  const [assets] = useState(ad.assets)
  const makeHtml = useCallback(
    () => renderSample(snapshot, { assets, size }).html,
    [snapshot, assets, size],
  )
  const caption = (
    <span className="text-muted tabular-nums">
      {name.replace('ad', 'Ad')}
      {chance !== null && ` · ${formatChance(chance)} of dynamic ads`}
    </span>
  )
  return <AdCard {...card} {...{ size, name, caption, makeHtml }} />
}

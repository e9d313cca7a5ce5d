'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { BulkBar } from '@/components/ui/bulk-bar'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { GalleryAd } from '@/lib/gallery/select-ads'
import { AdDetails } from './ad-details'
import { formatBigCount } from './format-big-count'

interface CompareBarProps {
  snapshot: Snapshot
  size: AdSize
  ads: readonly GalleryAd[]
  chanceOf: (key: string) => number | null
  onClear: () => void
}

/** Two ads that were pinned, side by side. */
export function CompareBar({ snapshot, size, ads, chanceOf, onClear }: CompareBarProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {ads.length > 0 && (
        <BulkBar count={ads.length} onClear={onClear}>
          <Button size="sm" disabled={ads.length < 2} onClick={() => setIsOpen(true)}>
            {ads.length < 2 ? 'Pin another to compare' : 'Compare the two'}
          </Button>
        </BulkBar>
      )}
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogContent size="xl" title="Two ads side by side">
          <div className="grid gap-6 md:grid-cols-2">
            {ads.map((ad) => (
              <section key={ad.key} aria-label={`Ad ${formatBigCount(ad.number)}`}>
                <h3 className="mb-2 text-sm font-medium">Ad {formatBigCount(ad.number)}</h3>
                <AdDetails
                  snapshot={snapshot}
                  sizes={[size]}
                  assets={ad.assets}
                  chance={chanceOf(ad.key)}
                />
              </section>
            ))}
          </div>
        </DialogContent>
      </Dialog>
    </>
  )
}

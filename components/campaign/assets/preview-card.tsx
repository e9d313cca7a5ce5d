'use client'

import { Shuffle } from 'lucide-react'
import { useMemo, useState } from 'react'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatCount } from '@/components/ui/format-number'
import { Select } from '@/components/ui/select'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { sampleProducts } from '@/lib/creatives/pick-products'
import { type AdSize, adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { combinationAt, countCombinations, previewCreative, shownIn } from './ad-combination'

interface PreviewCardProps {
  design: Design
  slots: readonly DraftSlot[]
  /** Ads that can be shown now: approved and not paused. */
  permutations: number
}

const SIZES = adSizeSchema.options.map((value) => ({ value, label: labelAdSize(value) }))

export function PreviewCard({ design, slots, permutations }: PreviewCardProps) {
  const [size, setSize] = useState<AdSize>('300x250')
  const [number, setNumber] = useState(0)
  const count = countCombinations(slots)
  const current = count === 0 ? 0 : number % count
  const assets = useMemo(() => combinationAt(slots, current), [slots, current])
  const creative = useMemo(() => {
    const shown = shownIn(design, slots, assets, size)
    return previewCreative(design, shown, size, sampleProducts(design, size))
  }, [design, slots, assets, size])
  const weight = measureCreativeWeight(creative, size)
  const waiting = count - permutations
  return (
    <Card
      flush
      title={count === 1 ? 'One possible ad' : `${formatCount(count)} possible ads`}
      description={
        waiting > 0
          ? `${formatCount(permutations)} of them can be shown now; the others wait for approval.`
          : 'All of them are approved.'
      }
      actions={
        <>
          <Select
            aria-label="Ad size"
            className="w-32"
            value={size}
            onValueChange={setSize}
            options={SIZES}
          />
          <Button
            icon={<Shuffle aria-hidden />}
            disabled={count < 2}
            onClick={() =>
              // Any of the others, so that every press shows another ad.
              setNumber((current + 1 + Math.floor(Math.random() * (count - 1))) % count)
            }
          >
            Another one
          </Button>
        </>
      }
      footer={
        <>
          <span className="tabular-nums">
            Combination {formatCount(current + 1)} of {formatCount(count)}
          </span>
          <span className="tabular-nums">{weight.summary}</span>
        </>
      }
    >
      <div className="bg-subtle flex flex-wrap items-center justify-center gap-6 p-4 sm:p-6">
        <CreativePreview html={creative.html} size={size} className="shadow-popover" />
        <dl className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs sm:max-w-72">
          {Object.entries(assets).map(([key, asset]) => (
            <div key={key} className="contents">
              <dt className="text-muted">{KIND_LABELS[asset.kind]}</dt>
              <dd dir="auto" className="truncate">
                {asset.text ?? asset.name}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  )
}

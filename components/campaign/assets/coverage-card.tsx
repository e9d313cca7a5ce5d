'use client'

import { CircleCheck, CircleX, Minus, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { labelSlot } from '@/lib/assets/label-slot'
import { SizeHeaders } from '@/components/campaign/size-headers'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Explain } from '@/components/ui/explain'
import { Table, TableBody, TableCell, TableRow } from '@/components/ui/table'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { coverageOfSizes } from '@/lib/creatives/coverage'
import { type AdSize, adSizeSchema } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { usableAssets, weighHeaviest } from './ad-combination'
import { CoverageCell } from './coverage-cell'

interface CoverageCardProps {
  design: Design
  slots: readonly DraftSlot[]
  /** Sizes of the placements this campaign is meant for. */
  usedSizes: readonly AdSize[]
}

const SIZES = adSizeSchema.options

export function CoverageCard({ design, slots, usedSizes }: CoverageCardProps) {
  const cells = useMemo(
    () =>
      coverageOfSizes(
        design,
        slots.map((slot) => ({ ...slot, assets: usableAssets(slot) })),
      ),
    [design, slots],
  )
  const weights = useMemo(
    () => SIZES.map((size) => ({ size, ...weighHeaviest(design, slots, size) })),
    [design, slots],
  )
  return (
    <Card
      flush
      title={
        <span className="flex items-center gap-1">
          Coverage of the ad sizes
          <Explain term="Coverage">
            Whether every slot has something to show in every ad size. Texts that are too long are
            cut, pictures that are too small are enlarged. Open a cell to see what to mend.
          </Explain>
        </span>
      }
      description="Includes drafts, so that gaps show before anything is approved."
    >
      <Table caption="Coverage of the ad sizes">
        <SizeHeaders sizes={SIZES.map((size) => ({ size, isPlaced: usedSizes.includes(size) }))} />
        <TableBody>
          {slots.map(({ key, kind }) => (
            <TableRow key={key}>
              <th scope="row" className="bg-surface sticky left-0 z-1 px-4 text-left font-medium">
                {labelSlot(key, kind)}
              </th>
              {cells
                .filter(({ slot }) => slot === key)
                .map((cell) => (
                  <TableCell key={cell.size} className="text-center">
                    <CoverageCell cell={cell} slotLabel={labelSlot(key, kind)} />
                  </TableCell>
                ))}
            </TableRow>
          ))}
          <TableRow>
            <th
              scope="row"
              className="bg-surface sticky left-0 z-1 px-4 text-left font-medium whitespace-nowrap"
            >
              Weight{' '}
              <Explain term="Weight">
                The heaviest ad these assets can make, against the limit of the IAB for what an ad
                of this size may load at first. Too heavy? Take out its heaviest picture.
              </Explain>
            </th>
            {weights.map(({ size, summary, isWithinLimit }) => (
              <TableCell
                key={size}
                className={cn(
                  'text-center text-xs whitespace-nowrap tabular-nums',
                  isWithinLimit ? 'text-muted' : 'text-danger font-medium',
                )}
              >
                {summary}
                {!isWithinLimit && <span className="block">Too heavy</span>}
              </TableCell>
            ))}
          </TableRow>
        </TableBody>
      </Table>
      <ul className="text-muted border-border flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2.5 text-xs [&_li]:flex [&_li]:items-center [&_li]:gap-1 [&_svg]:size-3.5">
        <li>
          <CircleCheck aria-hidden className="text-positive" /> Looks right
        </li>
        <li>
          <TriangleAlert aria-hidden className="text-warning" /> Shown, but cut or enlarged
        </li>
        <li>
          <CircleX aria-hidden className="text-danger" /> Nothing to show
        </li>
        <li>
          <Minus aria-hidden /> No room in this size
        </li>
      </ul>
    </Card>
  )
}

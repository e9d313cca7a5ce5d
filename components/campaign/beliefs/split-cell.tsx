import type { EffectScale } from '@/components/charts/effect-mark'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { formatPercent } from '@/components/ui/format-number'
import { TableCell } from '@/components/ui/table'
import type { BelievedSlot } from '@/lib/learning/belief-api'
import { BelievedMark } from './believed-mark'
import { formatChance, formatEffect, formatEffectRange } from './describe-belief'

interface SplitCellProps {
  assets: BelievedSlot['byValue'][number]['assets']
  assetId: string
  scale: EffectScale
  className?: string | undefined
}

/** One element in one kind of context, beside the others there. */
export function SplitCell({ assets, assetId, scale, className }: SplitCellProps) {
  const asset = assets.find((one) => one.assetId === assetId)
  if (!asset) return <TableCell className={className}>–</TableCell>
  const { effect, probabilityBest, chance } = asset
  const isFirst = assets.every((other) => other.probabilityBest <= probabilityBest)
  const best = `Best: ${formatChance(probabilityBest)}`
  return (
    <TableCell className={cn('min-w-36 align-top', className)}>
      <span className="flex items-baseline justify-between gap-2 whitespace-nowrap tabular-nums">
        <span className="font-medium">{formatEffect(effect)}</span>
        <span className="text-muted text-xs">{formatEffectRange(effect)}</span>
      </span>
      <BelievedMark effect={effect} scale={scale} className="my-0.5" />
      <span className="text-muted flex h-5 items-center justify-between gap-2 text-xs whitespace-nowrap tabular-nums">
        {isFirst ? <Badge tone="accent">{best}</Badge> : best}
        {chance !== null && <span>in {formatPercent(chance, 0)} of ads</span>}
      </span>
    </TableCell>
  )
}

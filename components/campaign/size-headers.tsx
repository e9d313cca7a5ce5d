import { Badge } from '@/components/ui/badge'
import { TableHead, TableHeader } from '@/components/ui/table'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'

interface SizeHeadersProps {
  sizes: readonly { readonly size: AdSize; readonly isPlaced: boolean }[]
}

/** The head of a table of slots by ad size: those with a placement of the campaign are marked. */
export function SizeHeaders({ sizes }: SizeHeadersProps) {
  return (
    <TableHead>
      <tr>
        <TableHeader className="bg-surface sticky left-0 z-1">Slot</TableHeader>
        {sizes.map(({ size, isPlaced }) => (
          <TableHeader key={size} className="py-1.5 text-center tabular-nums">
            {labelAdSize(size)}
            {isPlaced && (
              <Badge tone="accent" className="mt-0.5 flex w-fit justify-self-center">
                Placed
              </Badge>
            )}
          </TableHeader>
        ))}
      </tr>
    </TableHead>
  )
}

import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Explain } from '@/components/ui/explain'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Audit } from '@/lib/audit/audit'
import { MAX_INITIAL_REQUESTS, SLOW_CONNECTION } from '@/lib/audit/weigh-sizes'
import { labelAdSize } from '@/lib/decision/ad-size'

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** What ads of each size weigh, ask for and take to load. */
export function WeightsCard({ weights, sizes }: Pick<Audit, 'weights' | 'sizes'>) {
  return (
    <Card
      flush
      title={
        <span className="flex items-center gap-1">
          Weight and loading time
          <Explain term="Loading time">
            On a slow connection ({(SLOW_CONNECTION.bitsPerSecond / 1e6).toFixed(1)} Mbit/s,{' '}
            {SLOW_CONNECTION.roundTripMs} ms there and back): four round trips (connection,
            encryption, document, pictures) and the bytes of the ad before compression.
          </Explain>
        </span>
      }
      description={`The limits are those of the IAB for what an ad loads at first; at most ${MAX_INITIAL_REQUESTS} requests.`}
    >
      <Table caption="Weight and loading time of the ad sizes">
        <TableHead>
          <tr>
            <TableHeader className="bg-surface sticky left-0 z-1">Size</TableHeader>
            <TableHeader numeric>Limit</TableHeader>
            <TableHeader numeric>Heaviest ad</TableHeader>
            <TableHeader numeric>Typical ad</TableHeader>
            <TableHeader numeric>Requests</TableHeader>
            <TableHeader numeric>Loads in, at most</TableHeader>
            <TableHeader numeric>Typically</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {weights.map((weight, index) => {
            const isHeavy = weight.heaviestBytes > weight.limitBytes
            return (
              <TableRow key={weight.size}>
                <th
                  scope="row"
                  className="bg-surface sticky left-0 z-1 px-4 text-left font-medium whitespace-nowrap tabular-nums"
                >
                  {labelAdSize(weight.size)}
                  {sizes[index]?.isPlaced && (
                    <span className="text-muted ml-1.5 text-xs font-normal">placed</span>
                  )}
                </th>
                <TableCell numeric>{kilobytes(weight.limitBytes)}</TableCell>
                <TableCell numeric className={cn(isHeavy && 'text-danger font-medium')}>
                  {kilobytes(weight.heaviestBytes)}
                  {isHeavy && ', too heavy'}
                </TableCell>
                <TableCell numeric>{kilobytes(weight.typicalBytes)}</TableCell>
                <TableCell numeric>{weight.requestCount}</TableCell>
                <TableCell numeric>{seconds(weight.heaviestLoadMs)}</TableCell>
                <TableCell numeric>{seconds(weight.typicalLoadMs)}</TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Card>
  )
}

import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDuration } from '@/components/ui/format-date'
import { formatCount } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { StoredEvent } from '@/lib/events/decision-view'
import { describeInvalid, EVENT_WORDS } from './event-words'

export function DecisionEvents({ events }: { events: readonly StoredEvent[] }) {
  return (
    <Card title="What happened then" flush>
      {events.length === 0 ? (
        <EmptyState
          title="Nothing was reported"
          body="The ad was decided, but never began to show."
        />
      ) : (
        <Table caption="Events of the decision">
          <TableHead>
            <TableRow>
              <TableHeader>Event</TableHeader>
              <TableHeader>In words</TableHeader>
              <TableHeader>Received (UTC)</TableHeader>
              <TableHeader>Counted</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <TableRow key={`${event.kind} ${event.key} ${event.invalidReason}`}>
                <TableCell className="font-medium capitalize">{event.kind}</TableCell>
                <TableCell>
                  {EVENT_WORDS[event.kind]}
                  <span className="text-muted block text-xs">{describeDetail(event)}</span>
                </TableCell>
                <TableCell className="whitespace-nowrap tabular-nums">
                  {event.receivedAt.slice(11, 23)}
                </TableCell>
                <TableCell>
                  {event.invalidReason === null
                    ? 'Yes'
                    : `No: ${describeInvalid(event.invalidReason)}`}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  )
}

function describeDetail({
  kind,
  key,
  durationMs,
  valueMicros,
  orderId,
}: StoredEvent): string | null {
  if (kind === 'engagement') return `Page ${key}, ${formatDuration(durationMs)}`
  if (kind !== 'conversion') return null
  const value = `Worth ${formatCount(valueMicros / 1e6)}`
  return orderId === null ? value : `${value}, order ${orderId}`
}

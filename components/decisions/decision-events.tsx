import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDateTime } from '@/components/ui/format-date'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { StoredEvent } from '@/lib/events/decision-view'

export function DecisionEvents({ events }: { events: readonly StoredEvent[] }) {
  return (
    <Card title="What happened then" flush>
      {events.length === 0 ? (
        <EmptyState title="Nothing was reported" />
      ) : (
        <Table caption="Events of the decision">
          <TableHead>
            <TableRow>
              <TableHeader>Event</TableHeader>
              <TableHeader>Received</TableHeader>
              <TableHeader>Counted</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <TableRow key={`${event.kind} ${event.key}`}>
                <TableCell className="capitalize">{event.kind}</TableCell>
                <TableCell>{formatDateTime(event.receivedAt)}</TableCell>
                <TableCell>
                  {event.invalidReason === null
                    ? 'Yes'
                    : `No: ${event.invalidReason.replaceAll('_', ' ')}`}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  )
}

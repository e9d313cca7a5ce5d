'use client'

import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { useFeedValues } from './use-feeds'

export function FeedValues({ feedId }: { feedId: string }) {
  const query = useFeedValues(feedId)
  return (
    <QueryContent query={query} noun="The values">
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title="No values yet"
            body="Push the first one with the secret of the feed."
          />
        ) : (
          <Table caption="Newest values">
            <TableHead>
              <TableRow>
                <TableHeader>Key</TableHeader>
                <TableHeader>Value</TableHeader>
                <TableHeader>Observed</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map(({ key, value, observedAt }) => (
                <TableRow key={key}>
                  <TableCell className="font-medium">{key}</TableCell>
                  <TableCell>
                    {Object.entries(value)
                      .map(([name, part]) => `${name}: ${part}`)
                      .join(', ')}
                  </TableCell>
                  <TableCell>
                    <LocalTime time={observedAt} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )
      }
    </QueryContent>
  )
}

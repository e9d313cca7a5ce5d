'use client'

import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { formatCount, formatInterval } from '@/components/ui/format-number'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { BarIntervalPlot } from './bar-interval-plot'
import { ChartCard } from './chart-card'
import { formatChartValue, unitLabel, type ChartUnit } from './chart-format'
import type { Estimate } from './estimate'

interface BarIntervalProps {
  title: string
  description?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  estimates: readonly Estimate[]
  unit: ChartUnit
  /** What the intervals are: "95 % credible interval". */
  intervalLabel: string
  /** A value to compare with, drawn as a line. */
  reference?: { value: number; label: string }
  sampleLabel?: string
  emptyBody?: ReactNode
}

/** Estimates side by side, each with its interval, in a card. */
export function BarInterval({
  title,
  estimates,
  unit,
  intervalLabel,
  reference,
  sampleLabel = 'Impressions',
  emptyBody,
  ...card
}: BarIntervalProps) {
  const format = (value: number | null | undefined) => formatChartValue(value, unit)
  const hasSamples = estimates.some(({ sampleSize }) => sampleSize !== undefined)
  return (
    <ChartCard
      {...card}
      title={title}
      empty={estimates.length === 0 && <EmptyState title="No estimates yet" body={emptyBody} />}
      chart={
        <BarIntervalPlot
          label={title}
          estimates={estimates}
          unit={unit}
          intervalLabel={intervalLabel}
          reference={reference}
        />
      }
      table={
        <Table caption={`${title}, ${unitLabel(unit)}`}>
          <TableHead>
            <tr>
              <TableHeader>Name</TableHeader>
              <TableHeader numeric>{unitLabel(unit)}</TableHeader>
              <TableHeader numeric>{intervalLabel}</TableHeader>
              {hasSamples && <TableHeader numeric>{sampleLabel}</TableHeader>}
            </tr>
          </TableHead>
          <TableBody>
            {estimates.map(({ id, label, value, low, high, sampleSize }) => (
              <TableRow key={id}>
                <TableCell>{label}</TableCell>
                <TableCell numeric>{format(value)}</TableCell>
                <TableCell numeric>{formatInterval(low, high, format)}</TableCell>
                {hasSamples && <TableCell numeric>{formatCount(sampleSize)}</TableCell>}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    />
  )
}

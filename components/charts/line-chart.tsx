'use client'

import type { ReactNode } from 'react'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/components/ui/format-date'
import { formatInterval } from '@/components/ui/format-number'
import { ChartCard } from './chart-card'
import { chartColor } from './chart-colors'
import { formatChartValue, unitLabel } from './chart-format'
import { ChartLegend } from './chart-legend'
import { LinePlot } from './line-plot'
import { mergeSeries, type LineChartData } from './line-series'

interface LineChartProps extends LineChartData {
  title: string
  description?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  /** 'day' shows dates, 'hour' also the time. */
  grain?: 'day' | 'hour'
  timeZone?: string
  height?: number
  /** What to do when there is nothing to draw yet. */
  emptyBody?: ReactNode
}

/** Numbers over time, in a card, with their intervals as a band. */
export function LineChart({
  title,
  series,
  unit,
  grain = 'day',
  timeZone = 'UTC',
  height = 220,
  emptyBody,
  ...card
}: LineChartProps) {
  const rows = mergeSeries(series)
  const short = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(grain === 'hour' && { hour: '2-digit', minute: '2-digit' }),
  })
  const formatTime = (time: number) => short.format(time)
  const isOneDay = new Set(rows.map(({ time }) => formatDate(time, timeZone))).size === 1
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  const formatTick =
    grain === 'hour' && isOneDay ? (time: number) => clock.format(time) : formatTime
  return (
    <ChartCard
      {...card}
      title={title}
      empty={rows.length === 0 && <EmptyState title="Nothing counted yet" body={emptyBody} />}
      chart={
        <>
          <div className="text-muted text-xs">{unitLabel(unit)}</div>
          <LinePlot
            series={series}
            unit={unit}
            label={title}
            height={height}
            formatTime={formatTime}
            formatTick={formatTick}
          />
          {series.length > 1 && (
            <ChartLegend
              items={series.map(({ label, dashed }, index) => ({
                label,
                dashed,
                color: chartColor(index),
              }))}
            />
          )}
        </>
      }
      table={
        <Table caption={`${title}, ${unitLabel(unit)}`}>
          <TableHead>
            <tr>
              <TableHeader>{grain === 'day' ? 'Day' : 'Time'}</TableHeader>
              {series.map(({ id, label }) => (
                <TableHeader key={id} numeric>
                  {label}
                </TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.time}>
                <TableCell>{formatTime(row.time)}</TableCell>
                {series.map(({ id }) => {
                  const cell = row.cells[id]
                  return (
                    <TableCell key={id} numeric>
                      {formatChartValue(cell?.value, unit)}
                      {cell?.band && (
                        <span className="text-muted ml-2 text-xs">
                          {formatInterval(...cell.band, (value) => formatChartValue(value, unit))}
                        </span>
                      )}
                    </TableCell>
                  )
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    />
  )
}

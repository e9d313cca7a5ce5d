'use client'

import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatInterval } from '@/components/ui/format-number'
import { chartColor } from './chart-colors'
import { formatAxisValue, formatChartValue, unitLabel } from './chart-format'
import { ChartTooltip } from './chart-tooltip'
import { mergeSeries, seriesTicks, type LineChartData, type LineRow } from './line-series'

interface LinePlotProps extends LineChartData {
  label: string
  height: number
  formatTime: (time: number) => string
  formatTick: (time: number) => string
}

const tick = { fill: 'var(--muted)', fontSize: 11 }

function bandDistances(row: LineRow, id: string): [number, number] {
  const cell = row.cells[id]
  if (!cell?.band || cell.value === null) return [0, 0]
  return [cell.value - cell.band[0], cell.band[1] - cell.value]
}

export function LinePlot({ series, unit, label, height, formatTime, formatTick }: LinePlotProps) {
  const rows = mergeSeries(series)
  const ticks = seriesTicks(series)
  return (
    <figure aria-label={`${label}, in ${unitLabel(unit)}`}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} title={label}>
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={formatTick}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--border-strong)' }}
            minTickGap={32}
          />
          <YAxis
            width={48}
            ticks={ticks}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={(value: number) => formatAxisValue(value, unit)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--border-strong)' }}
            content={({ active, payload }) => {
              const row = payload[0]?.payload as LineRow | undefined
              if (!active || !row) return null
              return (
                <ChartTooltip
                  title={formatTime(row.time)}
                  rows={series.map(({ id, label: name }, index) => {
                    const cell = row.cells[id]
                    return {
                      label: name,
                      value: formatChartValue(cell?.value, unit),
                      interval: cell?.band
                        ? formatInterval(...cell.band, (value) => formatChartValue(value, unit))
                        : undefined,
                      color: chartColor(index),
                    }
                  })}
                />
              )
            }}
          />
          {series.map(({ id }, index) => (
            <Area
              key={`${id}-band`}
              dataKey={(row: LineRow) => row.cells[id]?.band ?? null}
              stroke="none"
              fill={chartColor(index)}
              fillOpacity={0.16}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {series.map(({ id, label: name, dashed }, index) => (
            <Line
              key={id}
              name={name}
              dataKey={(row: LineRow) => row.cells[id]?.value ?? null}
              stroke={chartColor(index)}
              strokeWidth={2}
              strokeDasharray={dashed ? '5 4' : undefined}
              dot={rows.length === 1 && { r: 4, strokeDasharray: '' }}
              isAnimationActive={false}
            >
              {/* One point has no band to lie in. */}
              {rows.length === 1 && (
                <ErrorBar
                  dataKey={(row: LineRow) => bandDistances(row, id)}
                  stroke={chartColor(index)}
                  strokeWidth={1.5}
                  width={6}
                  isAnimationActive={false}
                />
              )}
            </Line>
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  )
}

'use client'

import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatInterval } from '@/components/ui/format-number'
import { formatAxisValue, formatChartValue, unitLabel, type ChartUnit } from './chart-format'
import { ChartTooltip } from './chart-tooltip'
import { errorDistances, estimateTicks, type Estimate } from './estimate'
import { NameTick } from './name-tick'

interface BarIntervalPlotProps {
  label: string
  estimates: readonly Estimate[]
  unit: ChartUnit
  intervalLabel: string
  reference?: { value: number; label: string } | undefined
}

const tick = { fill: 'var(--muted)', fontSize: 11 }

export function BarIntervalPlot({
  label,
  estimates,
  unit,
  intervalLabel,
  reference,
}: BarIntervalPlotProps) {
  const ticks = estimateTicks(estimates, reference?.value)
  const longest = Math.max(...estimates.map((estimate) => estimate.label.length))
  const namesPx = Math.min(152, 16 + longest * 6.5)
  const rowPx = longest * 6.5 > namesPx ? 38 : 32
  return (
    <figure aria-label={`${label}, in ${unitLabel(unit)}, with ${intervalLabel}`}>
      <ResponsiveContainer width="100%" height={estimates.length * rowPx + 52}>
        <BarChart
          layout="vertical"
          data={[...estimates]}
          margin={{ top: reference ? 16 : 4, right: 12, bottom: 16, left: 0 }}
          title={label}
        >
          <CartesianGrid horizontal={false} stroke="var(--border)" />
          <XAxis
            type="number"
            ticks={ticks}
            domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--border-strong)' }}
            tickFormatter={(value: number) => formatAxisValue(value, unit)}
            label={{
              value: unitLabel(unit),
              position: 'insideBottom',
              offset: -10,
              fill: 'var(--muted)',
              fontSize: 11,
            }}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={namesPx}
            interval={0}
            tick={<NameTick widthPx={namesPx - 12} />}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--subtle)' }}
            content={({ active, payload }) => {
              const estimate = payload[0]?.payload as Estimate | undefined
              if (!active || !estimate) return null
              const format = (value: number | null | undefined) => formatChartValue(value, unit)
              return (
                <ChartTooltip
                  title={estimate.label}
                  rows={[
                    {
                      label: unitLabel(unit),
                      value: format(estimate.value),
                      color: 'var(--chart-1)',
                    },
                    ...(estimate.low === estimate.high
                      ? []
                      : [
                          {
                            label: intervalLabel,
                            value: formatInterval(estimate.low, estimate.high, format),
                            color: 'var(--foreground)',
                          },
                        ]),
                  ]}
                />
              )
            }}
          />
          {reference && (
            <ReferenceLine
              x={reference.value}
              stroke="var(--chart-2)"
              strokeDasharray="4 3"
              label={{
                value: reference.label,
                position: 'top',
                fill: 'var(--muted)',
                fontSize: 11,
              }}
            />
          )}
          <Bar
            dataKey="value"
            fill="var(--chart-1)"
            fillOpacity={0.45}
            barSize={14}
            radius={2}
            isAnimationActive={false}
          >
            <ErrorBar
              dataKey={errorDistances}
              stroke="var(--foreground)"
              strokeWidth={1.5}
              width={4}
              isAnimationActive={false}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}

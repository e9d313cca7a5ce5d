interface ChartTooltipProps {
  title: string
  rows: { label: string; value: string; interval?: string; color: string }[]
}

export function ChartTooltip({ title, rows }: ChartTooltipProps) {
  return (
    <div className="border-border bg-raised shadow-popover rounded-md border px-2.5 py-2 text-xs">
      <div className="text-muted mb-1">{title}</div>
      <ul className="space-y-0.5">
        {rows.map(({ label, value, interval, color }) => (
          <li key={label} className="flex items-baseline gap-2">
            <svg aria-hidden viewBox="0 0 8 8" className="size-2 shrink-0 self-center">
              <circle cx="4" cy="4" r="4" fill={color} />
            </svg>
            <span className="text-muted">{label}</span>
            <span className="ml-auto pl-3 font-medium tabular-nums">{value}</span>
            {interval && <span className="text-muted tabular-nums">{interval}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ChartLegendProps {
  items: { label: string; color: string; dashed?: boolean }[]
}

export function ChartLegend({ items }: ChartLegendProps) {
  return (
    <ul className="text-muted mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {items.map(({ label, color, dashed }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 14 4" className="h-1 w-3.5">
            <line
              x1="0"
              x2="14"
              y1="2"
              y2="2"
              stroke={color}
              strokeWidth="2.5"
              strokeDasharray={dashed ? '4 3' : undefined}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

import { sparklinePath } from './sparkline-path'

interface SparklineProps {
  /** Oldest first. */
  values: readonly number[]
  /** What a listener hears: "Clicks, last 14 days: from 120 to 180". */
  label: string
  color?: string
  className?: string
}

/** A trend without axes, for table cells. The number itself stands beside it. */
export function Sparkline({
  values,
  label,
  color = 'var(--chart-1)',
  className = 'h-5 w-20',
}: SparklineProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 80 20"
      preserveAspectRatio="none"
      className={className}
    >
      <path
        d={sparklinePath(values, 80, 20)}
        fill="none"
        stroke={color}
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

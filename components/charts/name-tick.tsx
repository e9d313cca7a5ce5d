import { wrapLabel } from './wrap-label'

const CHARACTER_PX = 6.4
const LINE_PX = 14

interface NameTickProps {
  /** Recharts gives these. */
  x?: number | string
  y?: number | string
  payload?: { value: string }
  widthPx: number
}

/** A name beside its bar, on two lines at most; all of it is in the tooltip and in the table. */
export function NameTick({ x = 0, y = 0, payload, widthPx }: NameTickProps) {
  const lines = wrapLabel(payload?.value ?? '', Math.floor(widthPx / CHARACTER_PX), 2)
  return (
    <text x={x} y={y} textAnchor="end" fill="var(--foreground)" fontSize={12}>
      <title>{payload?.value}</title>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 4 - ((lines.length - 1) * LINE_PX) / 2 : LINE_PX}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

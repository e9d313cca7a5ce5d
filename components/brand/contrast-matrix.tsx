import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { contrastRatio } from '@/lib/creatives/color-contrast'

interface MatrixColor {
  readonly name: string
  readonly hex: string
}

interface ContrastMatrixProps {
  colors: readonly MatrixColor[]
  minRatio: number
}

const PLAIN: readonly MatrixColor[] = [
  { name: 'White', hex: '#ffffff' },
  { name: 'Black', hex: '#000000' },
]

/** Which colours may be text on which: WCAG contrast of every two. */
export function ContrastMatrix({ colors, minRatio }: ContrastMatrixProps) {
  const all = [...colors, ...PLAIN]
  return (
    <div className="overflow-x-auto">
      <Table caption="Contrast of text (rows) on backgrounds (columns)">
        <TableHead>
          <TableRow>
            <TableHeader>Text on</TableHeader>
            {all.map(({ name }, index) => (
              <TableHeader key={index} numeric>
                {name}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {all.map((text, row) => (
            <TableRow key={row}>
              <TableCell className="font-medium whitespace-nowrap">
                <span
                  aria-hidden
                  className="border-border-strong mr-2 inline-block size-3 rounded-sm border align-[-1px]"
                  style={{ background: text.hex }}
                />
                {text.name}
              </TableCell>
              {all.map((ground, column) => {
                const ratio = contrastRatio(text.hex, ground.hex)
                const isEnough = ratio >= minRatio
                return (
                  <TableCell key={column} numeric className={isEnough ? '' : 'text-muted'}>
                    {row === column ? '–' : `${ratio.toFixed(1)}${isEnough ? ' ✓' : ''}`}
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

'use client'

import { SizeHeaders } from '@/components/campaign/size-headers'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Combobox } from '@/components/ui/combobox'
import { Explain } from '@/components/ui/explain'
import { Table, TableBody, TableCell, TableRow } from '@/components/ui/table'
import { type Audit, cellStateSchema } from '@/lib/audit/audit'
import { CELL_LOOKS, MatrixCell } from './matrix-cell'
import { useAuditSelection } from './use-audit'

/** The matrix slot × ad size for everybody, one segment or one language. */
export function MatrixCard({ audit, isStale }: { audit: Audit; isStale: boolean }) {
  const { coverage, sizes } = audit
  return (
    <Card
      flush
      title={
        <span className="flex items-center gap-1">
          Coverage
          <Explain term="Coverage">
            How many assets each slot has to show in each ad size, neither cut nor enlarged. For
            several kinds of viewers at once it is the least that any of them finds.
          </Explain>
        </span>
      }
      description="Drafts count, so that gaps show before anything is approved. Open a cell to see what is missing."
      actions={<ViewerChoice coverage={coverage} />}
    >
      <div className={cn('transition-opacity', isStale && 'opacity-60')}>
        <Table caption="Coverage of slots and ad sizes">
          <SizeHeaders sizes={sizes} />
          <TableBody>
            {coverage.rows.map(({ slot, label, cells }) => (
              <TableRow key={slot}>
                <th scope="row" className="bg-surface sticky left-0 z-1 px-4 text-left font-medium">
                  {label}
                </th>
                {cells.map((cell, index) => (
                  <TableCell key={cell.size} className="text-center">
                    <MatrixCell {...{ cell, slot, label, audit }} sizeIndex={index} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="text-muted border-border flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2.5 text-xs [&_li]:flex [&_li]:items-center [&_li]:gap-1 [&_svg]:size-3.5">
        {cellStateSchema.options.map((state) => {
          const { Icon, tone, words } = CELL_LOOKS[state]
          return (
            <li key={state}>
              <Icon aria-hidden className={tone} /> {words}
            </li>
          )
        })}
      </ul>
      {coverage.omittedLocaleCount > 0 && (
        <p className="text-muted px-4 pb-3 text-xs">
          {coverage.omittedLocaleCount} more languages are not counted: an audit tells 20 apart.
        </p>
      )}
    </Card>
  )
}

function ViewerChoice({ coverage: { audiences, locales } }: Pick<Audit, 'coverage'>) {
  const [{ segment, locale }, setSelection] = useAuditSelection()
  return (
    <>
      {audiences.length > 1 && (
        <Combobox
          aria-label="Segment"
          className="w-52"
          value={segment}
          onValueChange={(next) => void setSelection({ segment: next })}
          options={[
            { value: 'all', label: 'All segments' },
            ...audiences.map(({ id, label }) => ({ value: id ?? 'none', label })),
          ]}
        />
      )}
      {locales.length > 1 && (
        <Combobox
          aria-label="Language"
          className="w-44"
          value={locale}
          onValueChange={(next) => void setSelection({ locale: next })}
          options={[
            { value: 'all', label: 'All languages' },
            ...locales.map(({ tag, label }) => ({ value: tag, label })),
          ]}
        />
      )}
    </>
  )
}

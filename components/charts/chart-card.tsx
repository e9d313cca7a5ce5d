'use client'

import { ChartLine, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

interface ChartCardProps {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** How the interval was made and the like. */
  footer?: ReactNode
  chart: ReactNode
  /** The same numbers as a table. */
  table: ReactNode
  /** Instead of both, when there is nothing to draw: an EmptyState. */
  empty?: ReactNode
}

export function ChartCard({
  title,
  description,
  actions,
  footer,
  chart,
  table,
  empty,
}: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <Card
      title={title}
      description={description}
      footer={footer}
      flush={asTable && !empty}
      actions={
        <>
          {actions}
          {!empty && (
            <Button
              size="sm"
              variant="ghost"
              icon={asTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
              onClick={() => {
                setAsTable(!asTable)
              }}
            >
              {asTable ? 'Show as chart' : 'Show as table'}
            </Button>
          )}
        </>
      }
    >
      {empty || (asTable ? <div className="max-h-80 overflow-y-auto">{table}</div> : chart)}
    </Card>
  )
}

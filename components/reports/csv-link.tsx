import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { ReportTable } from '@/lib/reporting/to-report-csv'

interface CsvLinkProps {
  campaignId: string
  table: ReportTable
  search: string
}

/** A plain link: the browser's own download, outside of the router. */
export function CsvLink({ campaignId, table, search }: CsvLinkProps) {
  const href = `/api/v1/campaigns/${campaignId}/report.csv?table=${table}${search ? `&${search}` : ''}`
  return (
    <Button size="sm" asChild>
      <a href={href} download aria-label={`Export ${table} as CSV`}>
        <Download aria-hidden /> CSV
      </a>
    </Button>
  )
}

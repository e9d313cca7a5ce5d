import { Download } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'

interface CsvLinkProps {
  campaignId: string
  table: 'elements' | 'days' | 'segments' | 'sizes'
  search: string
}

export function CsvLink({ campaignId, table, search }: CsvLinkProps) {
  return (
    <ButtonLink
      size="sm"
      prefetch={false}
      href={`/api/v1/campaigns/${campaignId}/report.csv?table=${table}${search ? `&${search}` : ''}`}
      download
    >
      <Download aria-hidden /> CSV
    </ButtonLink>
  )
}

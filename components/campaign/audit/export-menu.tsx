'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'

const TABLES = { findings: 'Findings', coverage: 'Coverage', inventory: 'Inventory' } as const

export function ExportMenu({ campaignId }: { campaignId: string }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button icon={<Download aria-hidden />}>CSV</Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {Object.entries(TABLES).map(([table, label]) => (
          <DropdownMenuItem key={table} asChild>
            <a href={`/api/v1/campaigns/${campaignId}/audit.csv?table=${table}`} download>
              {label}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

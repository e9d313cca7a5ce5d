'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { useChangeStatus } from './use-campaign'

export function CampaignStatusMenu({ campaign }: { campaign: CampaignDetail }) {
  const change = useChangeStatus(campaign.id)
  const [isEnding, setIsEnding] = useState(false)
  if (campaign.status !== 'live' && campaign.status !== 'paused') return null
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label="Status of the campaign">
            <EllipsisVertical aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {campaign.status === 'live' ? (
            <DropdownMenuItem onSelect={() => change.mutate('pause')}>
              Pause: show nothing for now
            </DropdownMenuItem>
          ) : (
            <DropdownMenuItem onSelect={() => change.mutate('resume')}>Resume</DropdownMenuItem>
          )}
          <DropdownMenuItem danger onSelect={() => setIsEnding(true)}>
            End the campaign…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={isEnding}
        onOpenChange={setIsEnding}
        title="End this campaign?"
        body="Its placements become free. An ended campaign can’t be started again."
        confirmLabel="End the campaign"
        danger
        onConfirm={async () => {
          await change.mutateAsync('end')
        }}
      />
    </>
  )
}

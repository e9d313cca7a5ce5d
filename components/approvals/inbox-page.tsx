'use client'

import { AssetPermissionsContext } from '@/components/assets/asset-permissions'
import type { Permission } from '@/lib/workspaces/permission'
import { ReviewInbox } from './review-inbox'

export function InboxPage({ permissions }: { permissions: readonly Permission[] }) {
  return (
    <AssetPermissionsContext value={permissions}>
      <ReviewInbox />
    </AssetPermissionsContext>
  )
}

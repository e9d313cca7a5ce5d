'use client'

import { createContext, use } from 'react'
import type { Permission } from '@/lib/workspaces/permission'

const NONE: readonly Permission[] = []

export const AssetPermissionsContext = createContext<readonly Permission[]>(NONE)

/** What the person may do with assets; the server checks it again. */
export function useAssetPermissions() {
  const permissions = use(AssetPermissionsContext)
  return {
    permissions,
    canEdit: permissions.includes('asset.edit'),
    canApprove: permissions.includes('asset.approve'),
  }
}

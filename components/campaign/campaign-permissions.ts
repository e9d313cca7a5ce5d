'use client'

import { createContext, useContext } from 'react'

interface CampaignPermissions {
  canEdit: boolean
  canPublish: boolean
}

export const CampaignPermissionsContext = createContext<CampaignPermissions>({
  canEdit: false,
  canPublish: false,
})

/** What the person may do in this campaign; the server checks it again. */
export function useCampaignPermissions(): CampaignPermissions {
  return useContext(CampaignPermissionsContext)
}

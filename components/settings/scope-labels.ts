import type { Permission } from '@/lib/workspaces/permission'

/** What a key or role may do, in words. */
export const SCOPE_LABELS: Partial<Record<Permission, string>> = {
  read: 'Read campaigns, assets and reports',
  'asset.edit': 'Upload and edit assets',
  'asset.approve': 'Approve assets',
  'brand.edit': 'Change the brand’s rules',
  'audience.edit': 'Edit segments',
  'source.edit': 'Edit sources and feeds',
  'campaign.edit': 'Edit campaigns',
  'campaign.publish': 'Publish, pause and end campaigns',
  'placement.edit': 'Edit placements',
  'event.write': 'Report conversions',
}

export function labelScope(scope: string): string {
  return SCOPE_LABELS[scope as Permission] ?? scope
}

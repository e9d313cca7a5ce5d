import { z } from 'zod'

export const roleSchema = z.enum(['owner', 'marketer', 'creative', 'analyst'])
export type Role = z.infer<typeof roleSchema>

export const permissionSchema = z.enum([
  /** See campaigns, assets, segments, reports. */
  'read',
  'asset.edit',
  'asset.approve',
  /** Change the rules of the brand. */
  'brand.edit',
  'audience.edit',
  'source.edit',
  'campaign.edit',
  'campaign.publish',
  'placement.edit',
  /** Members, invitations, API keys, audit log, settings. */
  'workspace.manage',
  /** Machines only: report conversions server to server. */
  'event.write',
])
export type Permission = z.infer<typeof permissionSchema>

const marketer: readonly Permission[] = [
  'read',
  'asset.edit',
  'asset.approve',
  'brand.edit',
  'audience.edit',
  'source.edit',
  'campaign.edit',
  'campaign.publish',
  'placement.edit',
]

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...marketer, 'workspace.manage', 'event.write'],
  marketer,
  creative: ['read', 'asset.edit', 'asset.approve'],
  analyst: ['read'],
}

/** Scopes an API key may be given: everything but the management of the workspace. */
export const API_KEY_SCOPES = permissionSchema.exclude(['workspace.manage']).options

/** Who acts, in which workspace, and what they may do there. */
export interface Actor {
  readonly kind: 'user' | 'api_key' | 'system'
  /** User id, API key id or the name of the job. */
  readonly id: string
  readonly workspaceId: string
  readonly permissions: readonly Permission[]
}

import { z } from 'zod'

/** What a member may approve assets as. */
export const approverRoleSchema = z.enum(['brand', 'legal'])
export type ApproverRole = z.infer<typeof approverRoleSchema>

export const APPROVER_ROLE_LABELS: Readonly<Record<ApproverRole, string>> = {
  brand: 'Brand',
  legal: 'Legal',
}

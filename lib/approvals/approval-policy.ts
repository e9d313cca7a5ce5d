import { z } from 'zod'
import { type ApproverRole, approverRoleSchema } from './approver-role'

const countSchema = z.number().int().min(0).max(5)

/** How many approvers of each role an asset needs before it may be shown. */
export const approvalPolicySchema = z
  .object({ brand: countSchema, legal: countSchema })
  .refine(({ brand, legal }) => brand + legal > 0, 'At least one person has to approve.')
export type ApprovalPolicy = z.infer<typeof approvalPolicySchema>

export const DEFAULT_APPROVAL_POLICY: ApprovalPolicy = { brand: 1, legal: 0 }

/** The roles of which at least one approver is needed. */
export function listNeededRoles(policy: ApprovalPolicy): ApproverRole[] {
  return approverRoleSchema.options.filter((role) => policy[role] > 0)
}

import { z } from 'zod'
import { approvalPolicySchema } from '@/lib/approvals/approval-policy'
import { assetImpactSchema } from './asset-impact'

/** A changed policy, and what it does to assets that lack an approver now. */
export const approvalPolicyChangeSchema = z.object({
  policy: approvalPolicySchema,
  reopenedCount: z.number().int(),
  impact: assetImpactSchema,
})

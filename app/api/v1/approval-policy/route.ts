import { approvalPolicySchema } from '@/lib/approvals/approval-policy'
import { getApprovalPolicy } from '@/lib/approvals/server/load-approvals'
import { approvalPolicyChangeSchema } from '@/lib/assets/approval-policy-change'
import { changeApprovalPolicy } from '@/lib/assets/server/change-approval-policy'
import { settleLiveAssets } from '@/lib/campaigns/server/settle-live-assets'
import { route } from '@/lib/http/route'

export const GET = route({
  summary: 'Read how many approvers of each role an asset needs',
  access: 'read',
  response: approvalPolicySchema,
  handle: ({ db, actor }) => getApprovalPolicy(db, actor.workspaceId),
})

export const PUT = route({
  summary: 'Change how many approvers an asset needs; what lacks one goes back to review',
  access: 'workspace.manage',
  body: approvalPolicySchema,
  response: approvalPolicyChangeSchema,
  handle: ({ db, actor, body }) => changeApprovalPolicy(db, actor, body, settleLiveAssets),
})

import type { Metadata } from 'next'
import { ApprovalPolicyCard } from '@/components/approvals/approval-policy-card'

export const metadata: Metadata = { title: 'Approvals' }

export default function ApprovalsPage() {
  return <ApprovalPolicyCard />
}

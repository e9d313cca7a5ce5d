import type { Metadata } from 'next'
import { InvitationList } from '@/components/settings/invitation-list'
import { MemberList } from '@/components/settings/member-list'

export const metadata: Metadata = { title: 'People' }

export default function PeoplePage() {
  return (
    <div className="space-y-5">
      <MemberList />
      <InvitationList />
    </div>
  )
}

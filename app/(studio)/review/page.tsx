import type { Metadata } from 'next'
import { InboxPage } from '@/components/approvals/inbox-page'
import { PageHeader } from '@/components/ui/page-header'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage() {
  const { actor } = await getStudioContext()
  return (
    <>
      <PageHeader
        title="Review"
        description="Nothing is shown to a viewer before the people your workspace names have approved it."
      />
      <InboxPage permissions={actor.permissions} />
    </>
  )
}

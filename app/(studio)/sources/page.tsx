import type { Metadata } from 'next'
import { FeedList } from '@/components/feeds/feed-list'
import { SourceList } from '@/components/sources/source-list'
import { PageHeader } from '@/components/ui/page-header'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage() {
  const { actor } = await getStudioContext()
  const canEdit = actor.permissions.includes('source.edit')
  return (
    <>
      <PageHeader
        title="Sources"
        description="What the ads may know: customers who agreed to it, and live feeds of weather, stock and promotions."
      />
      <div className="space-y-5">
        <SourceList canEdit={canEdit} />
        <FeedList canEdit={canEdit} />
      </div>
    </>
  )
}

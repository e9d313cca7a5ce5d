import type { Metadata } from 'next'
import { SegmentList } from '@/components/segments/segment-list'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Audiences' }

export default async function AudiencesPage() {
  const { actor } = await getStudioContext()
  return <SegmentList canEdit={actor.permissions.includes('audience.edit')} />
}

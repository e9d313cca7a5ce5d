import type { Metadata } from 'next'
import { GalleryView } from '@/components/gallery/gallery-view'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'All ads' }

export default async function GalleryPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  return <GalleryView campaignId={campaignId} canShare={actor.permissions.includes('asset.edit')} />
}

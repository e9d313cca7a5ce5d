import type { Metadata } from 'next'
import { PreviewView } from '@/components/campaign/preview/preview-view'

export const metadata: Metadata = { title: 'Preview' }

export default async function PreviewPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  return <PreviewView campaignId={campaignId} />
}

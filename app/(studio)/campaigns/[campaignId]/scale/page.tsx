import type { Metadata } from 'next'
import { ScaleStep } from '@/components/campaign/scale/scale-step'

export const metadata: Metadata = { title: 'Scale' }

export default async function ScalePage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  return <ScaleStep campaignId={campaignId} />
}

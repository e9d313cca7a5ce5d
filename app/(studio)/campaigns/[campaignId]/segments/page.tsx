import type { Metadata } from 'next'
import { SegmentsStep } from '@/components/segments/segments-step'

export const metadata: Metadata = { title: 'Segments' }

export default async function SegmentsPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const { campaignId } = await params
  return <SegmentsStep campaignId={campaignId} />
}

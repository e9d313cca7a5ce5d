import type { Metadata } from 'next'
import { BeliefsView } from '@/components/campaign/beliefs/beliefs-view'

export const metadata: Metadata = { title: 'What the model believes' }

export default async function BeliefsPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  return <BeliefsView campaignId={campaignId} />
}

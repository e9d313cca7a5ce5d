import type { Metadata } from 'next'
import { PilotStep } from '@/components/campaign/pilot/pilot-step'
import { getEnv } from '@/lib/env'

export const metadata: Metadata = { title: 'Pilot' }

export default async function PilotPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  return <PilotStep campaignId={campaignId} origin={getEnv().PUBLIC_URL} />
}

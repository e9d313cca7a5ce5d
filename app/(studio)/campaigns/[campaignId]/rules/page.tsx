import type { Metadata } from 'next'
import { RulesStep } from '@/components/campaign/rules/rules-step'

export const metadata: Metadata = { title: 'Rules' }

export default async function RulesPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const { campaignId } = await params
  return <RulesStep campaignId={campaignId} />
}

import type { Metadata } from 'next'
import { AssetsStep } from '@/components/campaign/assets/assets-step'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Assets' }

export default async function AssetsPage({ params }: { params: Promise<{ campaignId: string }> }) {
  const [{ actor }, { campaignId }] = await Promise.all([getStudioContext(), params])
  return <AssetsStep campaignId={campaignId} permissions={actor.permissions} />
}

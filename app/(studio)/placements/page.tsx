import type { Metadata } from 'next'
import { PlacementList } from '@/components/placements/placement-list'
import { getStudioContext } from '@/lib/auth/get-studio-context'
import { getEnv } from '@/lib/env'

export const metadata: Metadata = { title: 'Placements' }

export default async function PlacementsPage() {
  const { actor } = await getStudioContext()
  return (
    <PlacementList
      origin={getEnv().PUBLIC_URL}
      canEdit={actor.permissions.includes('placement.edit')}
    />
  )
}

import type { Metadata } from 'next'
import { AssetLibrary } from '@/components/assets/asset-library'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage() {
  const { actor } = await getStudioContext()
  return <AssetLibrary permissions={actor.permissions} />
}

import type { Metadata } from 'next'
import { NewTemplate } from '@/components/templates/new-template'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'New template' }

export default async function NewTemplatePage() {
  const { actor } = await getStudioContext()
  return <NewTemplate canEdit={actor.permissions.includes('asset.edit')} />
}

import type { Metadata } from 'next'
import { TemplateGallery } from '@/components/templates/template-gallery'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Templates' }

export default async function TemplatesPage() {
  const { actor } = await getStudioContext()
  return <TemplateGallery canEdit={actor.permissions.includes('asset.edit')} />
}

import type { Metadata } from 'next'
import { SavedTemplate } from '@/components/templates/saved-template'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Template' }

export default async function TemplatePage({
  params,
}: {
  params: Promise<{ templateId: string }>
}) {
  const [{ templateId }, { actor }] = await Promise.all([params, getStudioContext()])
  return (
    <SavedTemplate templateId={templateId} canEdit={actor.permissions.includes('asset.edit')} />
  )
}

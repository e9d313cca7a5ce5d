import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { UploadPage } from '@/components/uploads/upload-page'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Upload' }

export default async function LibraryUploadPage() {
  const { actor } = await getStudioContext()
  if (!actor.permissions.includes('asset.edit')) redirect('/library')
  return <UploadPage />
}

import type { Metadata } from 'next'
import { BrandScreen } from '@/components/brand/brand-screen'
import { PageHeader } from '@/components/ui/page-header'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Brand' }

export default async function BrandPage() {
  const { actor } = await getStudioContext()
  return (
    <>
      <PageHeader
        title="Brand"
        description="What every ad has to keep to: checked when something is uploaded or approved, and proved over every combination before a campaign is published."
      />
      <BrandScreen canEdit={actor.permissions.includes('brand.edit')} />
    </>
  )
}

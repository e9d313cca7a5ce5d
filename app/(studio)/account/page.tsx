import type { Metadata } from 'next'
import { AccountForms } from '@/components/account/account-forms'
import { getStudioContext } from '@/lib/auth/get-studio-context'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const { user, workspaces } = await getStudioContext()
  return (
    <AccountForms
      user={user}
      workspaces={workspaces.map(({ id, name, role }) => ({ id, name, role }))}
    />
  )
}

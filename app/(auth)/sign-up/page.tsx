import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { switchWorkspace } from '@/app/(studio)/switch-workspace'
import { NoWorkspace } from '@/components/auth/no-workspace'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { ButtonLink } from '@/components/ui/button-link'
import { findSessionUserId } from '@/lib/auth/get-studio-context'
import { getDatabase } from '@/lib/db/client'
import { isSignUpOpen } from '@/lib/workspaces/server/create-account'

export const metadata: Metadata = { title: 'Set up' }

export default async function SignUpPage() {
  const db = getDatabase()
  if (await isSignUpOpen(db)) return <SignUpForm />
  const userId = await findSessionUserId()
  const user =
    userId &&
    (await db.user.findUnique({
      where: { id: userId },
      select: { email: true, _count: { select: { memberships: true } } },
    }))
  if (user && user._count.memberships > 0) redirect('/campaigns')
  if (user) return <NoWorkspace email={user.email} switchWorkspace={switchWorkspace} />
  return (
    <div className="space-y-4">
      <h1 className="text-xl font-semibold">Ask for an invitation</h1>
      <p className="text-muted text-base">
        This installation has an owner already. New people join by an invitation: ask the owner of
        your workspace for a link.
      </p>
      <ButtonLink href="/sign-in">Go to sign in</ButtonLink>
    </div>
  )
}

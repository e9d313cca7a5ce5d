import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { getDatabase } from '@/lib/db/client'
import { isSignUpOpen } from '@/lib/workspaces/server/create-account'

export const metadata: Metadata = { title: 'Set up' }

export default async function SignUpPage() {
  if (await isSignUpOpen(getDatabase())) return <SignUpForm />
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

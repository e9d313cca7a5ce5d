import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { findSessionUserId } from '@/lib/auth/get-studio-context'
import { getOidcName } from '@/lib/auth/get-oidc-name'
import { safeReturnPath } from '@/lib/auth/safe-return-path'
import { getDatabase } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { isSignUpOpen } from '@/lib/workspaces/server/create-account'

export const metadata: Metadata = { title: 'Sign in' }

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams
  const returnPath = safeReturnPath(callbackUrl, getEnv().PUBLIC_URL)
  const db = getDatabase()
  if (await isSignUpOpen(db)) redirect('/sign-up')
  const userId = await findSessionUserId()
  // A session outlives an account that was taken away.
  if (userId && (await db.user.count({ where: { id: userId } })) > 0) redirect(returnPath)
  return (
    <SignInForm returnPath={returnPath} oidcName={getOidcName()} wasRefused={error !== undefined} />
  )
}

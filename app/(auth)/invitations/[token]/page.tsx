import type { Metadata } from 'next'
import { AcceptInvitationForm } from '@/components/auth/accept-invitation-form'
import { ButtonLink } from '@/components/ui/button-link'
import { getOidcName } from '@/lib/auth/get-oidc-name'
import { findSessionUserId } from '@/lib/auth/get-studio-context'
import { getDatabase } from '@/lib/db/client'
import { findOpenInvitation } from '@/lib/workspaces/server/invitations'

export const metadata: Metadata = { title: 'Invitation' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const db = getDatabase()
  const invitation = await findOpenInvitation(db, token)
  if (!invitation) {
    return (
      <div className="space-y-4">
        <h1 className="text-xl font-semibold">This invitation no longer works</h1>
        <p className="text-muted text-base">
          It was used already or is older than a week. Ask the person who sent it for a new one. If
          you joined with it before, just sign in.
        </p>
        <ButtonLink href="/sign-in">Go to sign in</ButtonLink>
      </div>
    )
  }
  const [account, userId] = await Promise.all([
    db.user.findUnique({ where: { email: invitation.email }, select: { id: true } }),
    findSessionUserId(),
  ])
  return (
    <AcceptInvitationForm
      token={token}
      email={invitation.email}
      workspaceName={invitation.workspace.name}
      oidcName={getOidcName()}
      account={account === null ? 'none' : account.id === userId ? 'signed_in' : 'signed_out'}
    />
  )
}

'use client'

import { signIn } from 'next-auth/react'
import { z } from 'zod'
import { ApiProblem } from '@/components/api/api-problem'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { useZodForm } from '@/components/ui/use-zod-form'

const acceptedSchema = z.object({ workspaceId: z.string() })
const newAccountSchema = z.object({
  name: z.string().trim().min(1, 'Enter your name').max(120),
  password: z.string().min(10, 'Use at least 10 characters').max(200),
})
const knownAccountSchema = z.object({ name: z.string(), password: z.string() })

interface AcceptInvitationFormProps {
  token: string
  email: string
  workspaceName: string
  /** Name of the OIDC provider, when one is configured. */
  oidcName: string | null
  /** Whether the invited e-mail has an account, and whether this browser is signed in to it. */
  account: 'none' | 'signed_in' | 'signed_out'
}

export function AcceptInvitationForm({
  token,
  email,
  workspaceName,
  oidcName,
  account,
}: AcceptInvitationFormProps) {
  const isNew = account === 'none'
  const form = useZodForm(isNew ? newAccountSchema : knownAccountSchema, { name: '', password: '' })

  const submit = async ({ name, password }: { name: string; password: string }) => {
    try {
      const body = isNew ? { token, name, password } : { token }
      await requestApi('/api/v1/invitations/accept', acceptedSchema, { method: 'POST', body })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFormIssues(form, error.issues.length > 0 ? error.issues : [{ message: error.message }])
      return
    }
    if (isNew) await signIn('credentials', { email, password, callbackUrl: '/campaigns' })
    else window.location.assign('/campaigns')
  }

  return (
    <div className="space-y-5">
      <div className="space-y-1">
        <h1 className="text-xl font-semibold wrap-anywhere">Join {workspaceName}</h1>
        <p className="text-muted text-base">You were invited as {email}.</p>
      </div>
      {account === 'signed_out' ? (
        <ButtonLink
          variant="primary"
          href={`/sign-in?callbackUrl=${encodeURIComponent(`/invitations/${token}`)}`}
        >
          Sign in as {email} first
        </ButtonLink>
      ) : (
        <Form form={form} onSubmit={submit}>
          {isNew && (
            <>
              <FormField control={form.control} name="name" label="Your name">
                {(field) => <Input {...field} autoComplete="name" autoFocus />}
              </FormField>
              <FormField
                control={form.control}
                name="password"
                label="Choose a password"
                hint="At least 10 characters"
              >
                {(field) => <Input {...field} type="password" autoComplete="new-password" />}
              </FormField>
            </>
          )}
          <Button
            type="submit"
            variant="primary"
            className="w-full"
            loading={form.formState.isSubmitting}
          >
            Join the workspace
          </Button>
        </Form>
      )}
      {isNew && oidcName && (
        <Button
          className="w-full"
          onClick={() => signIn('oidc', { callbackUrl: `/invitations/${token}` })}
        >
          Continue with {oidcName}
        </Button>
      )}
    </div>
  )
}

'use client'

import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'

const schema = z.object({
  email: z.email('Enter your e-mail address'),
  password: z.string().min(1, 'Enter your password'),
})

interface SignInFormProps {
  returnPath: string
  /** Name of the OIDC provider, when one is configured. */
  oidcName: string | null
  /** The provider sent the person back without letting them in. */
  wasRefused: boolean
}

export function SignInForm({ returnPath, oidcName, wasRefused }: SignInFormProps) {
  const form = useZodForm(schema, { email: '', password: '' })
  const [isLeaving, setIsLeaving] = useState(false)

  const submit = async (values: z.infer<typeof schema>) => {
    const result = await signIn('credentials', { ...values, redirect: false })
    if (result?.ok && !result.error) {
      setIsLeaving(true)
      window.location.assign(returnPath)
      return
    }
    form.setError('root', {
      message:
        result?.error === 'rate_limited'
          ? 'Too many attempts. Wait 15 minutes and try again.'
          : 'E-mail or password is not right.',
    })
  }

  return (
    <div className="space-y-5">
      <h1 className="text-xl font-semibold">Sign in to the studio</h1>
      {wasRefused && (
        <Callout tone="warning" title="You could not be signed in">
          Your account is not known here. Ask the owner of your workspace for an invitation to the
          same e-mail address.
        </Callout>
      )}
      <Form form={form} onSubmit={submit}>
        <FormField control={form.control} name="email" label="E-mail">
          {(field) => <Input {...field} type="email" autoComplete="username" autoFocus />}
        </FormField>
        <FormField control={form.control} name="password" label="Password">
          {(field) => <Input {...field} type="password" autoComplete="current-password" />}
        </FormField>
        <Button
          type="submit"
          variant="primary"
          className="w-full"
          loading={form.formState.isSubmitting || isLeaving}
        >
          Sign in
        </Button>
      </Form>
      {oidcName && (
        <Button className="w-full" onClick={() => signIn('oidc', { callbackUrl: returnPath })}>
          Continue with {oidcName}
        </Button>
      )}
      <p className="text-muted text-sm">
        No account yet? Ask the owner of your workspace for an invitation.
      </p>
    </div>
  )
}

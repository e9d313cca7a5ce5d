'use client'

import { signIn } from 'next-auth/react'
import { z } from 'zod'
import { ApiProblem } from '@/components/api/api-problem'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { useZodForm } from '@/components/ui/use-zod-form'
import { type SignUp, signUpSchema } from '@/lib/workspaces/workspace-api'

const createdSchema = z.object({ userId: z.string() })

export function SignUpForm() {
  const form = useZodForm(signUpSchema, { name: '', email: '', password: '', workspaceName: '' })

  const submit = async (values: SignUp) => {
    try {
      await requestApi('/api/v1/sign-up', createdSchema, { method: 'POST', body: values })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFormIssues(form, error.issues.length > 0 ? error.issues : [{ message: error.message }])
      return
    }
    await signIn('credentials', {
      email: values.email,
      password: values.password,
      callbackUrl: '/campaigns',
    })
  }

  return (
    <div className="space-y-5">
      <div className="space-y-1">
        <h1 className="text-xl font-semibold">Set up Intarsia</h1>
        <p className="text-muted text-base">
          You are the first here: this account will own the installation’s first workspace.
        </p>
      </div>
      <Form form={form} onSubmit={submit}>
        <FormField control={form.control} name="name" label="Your name">
          {(field) => <Input {...field} autoComplete="name" autoFocus />}
        </FormField>
        <FormField control={form.control} name="email" label="E-mail">
          {(field) => <Input {...field} type="email" autoComplete="username" />}
        </FormField>
        <FormField
          control={form.control}
          name="password"
          label="Password"
          hint="At least 10 characters"
        >
          {(field) => <Input {...field} type="password" autoComplete="new-password" />}
        </FormField>
        <FormField
          control={form.control}
          name="workspaceName"
          label="Name of the workspace"
          hint="Usually your company or shop"
        >
          {(field) => <Input {...field} autoComplete="organization" />}
        </FormField>
        <Button
          type="submit"
          variant="primary"
          className="w-full"
          loading={form.formState.isSubmitting}
        >
          Create the workspace
        </Button>
      </Form>
    </div>
  )
}

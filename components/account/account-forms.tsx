'use client'

import { useRouter } from 'next/navigation'
import { toast } from 'sonner'
import type { z } from 'zod'
import { ApiProblem } from '@/components/api/api-problem'
import { requestApi } from '@/components/api/request-api'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { useZodForm } from '@/components/ui/use-zod-form'
import { meSchema, type UpdateMe, updateMeSchema } from '@/lib/workspaces/workspace-api'

interface AccountFormsProps {
  user: { name: string; email: string }
  workspaces: { id: string; name: string; role: string }[]
}

const nameFormSchema = updateMeSchema.pick({ name: true })
const passwordFormSchema = updateMeSchema.shape.password.unwrap()

const saveMe = (body: UpdateMe) => requestApi('/api/v1/me', meSchema, { method: 'PUT', body })

/** A person's own name, password and workspaces. */
export function AccountForms({ user, workspaces }: AccountFormsProps) {
  return (
    <>
      <PageHeader title="Your account" description={`Signed in as ${user.email}`} />
      <div className="max-w-2xl space-y-5">
        <NameForm name={user.name} />
        <PasswordForm name={user.name} email={user.email} />
        <Card title="Your workspaces" flush>
          <ul className="divide-border divide-y">
            {workspaces.map(({ id, name, role }) => (
              <li key={id} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
                <span className="font-medium">{name}</span>
                <Badge className="capitalize">{role}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const router = useRouter()
  const form = useZodForm(nameFormSchema, { name })
  const save = async (values: z.infer<typeof nameFormSchema>) => {
    try {
      await saveMe(values)
    } catch (error) {
      return setFormIssues(form, issuesOf(error))
    }
    toast.success('Saved')
    form.reset(values)
    router.refresh()
  }
  return (
    <Card title="Name">
      <Form form={form} onSubmit={save}>
        <FormField
          control={form.control}
          name="name"
          label="Your name"
          hint="Colleagues see it in the audit log"
        >
          {(field) => <Input {...field} autoComplete="name" />}
        </FormField>
        <div className="flex justify-end">
          <Button type="submit" loading={form.formState.isSubmitting}>
            Save the name
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function PasswordForm({ name, email }: { name: string; email: string }) {
  const form = useZodForm(passwordFormSchema, { current: '', next: '' })
  const save = async (password: z.infer<typeof passwordFormSchema>) => {
    try {
      await saveMe({ name, password })
    } catch (error) {
      return setFormIssues(form, issuesOf(error))
    }
    toast.success('The password is changed')
    form.reset()
  }
  return (
    <Card title="Password" description="Browsers that are signed in stay so for up to 12 hours.">
      <Form form={form} onSubmit={save}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <FormField control={form.control} name="current" label="Password of now">
          {(field) => <Input {...field} type="password" autoComplete="current-password" />}
        </FormField>
        <FormField
          control={form.control}
          name="next"
          label="New password"
          hint="At least 10 characters"
        >
          {(field) => <Input {...field} type="password" autoComplete="new-password" />}
        </FormField>
        <div className="flex justify-end">
          <Button type="submit" loading={form.formState.isSubmitting}>
            Change the password
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** What was refused, with the names of the form's fields. */
function issuesOf(error: unknown): { path: string; message: string }[] {
  if (!(error instanceof ApiProblem)) throw error
  if (error.issues.length === 0) return [{ path: '', message: error.message }]
  return error.issues.map(({ path, message }) => ({
    path: path.replace(/^password\./, ''),
    message,
  }))
}

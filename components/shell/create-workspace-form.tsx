'use client'

import { useMutation } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'
import { createWorkspaceSchema, workspaceSchema } from '@/lib/workspaces/workspace-api'

export function CreateWorkspaceForm({ onCreated }: { onCreated: (workspaceId: string) => void }) {
  const form = useZodForm(createWorkspaceSchema, { name: '' })
  const create = useMutation({
    mutationFn: (body: { name: string }) =>
      requestApi('/api/v1/workspaces', workspaceSchema, { method: 'POST', body }),
    onSuccess: ({ id }) => onCreated(id),
    onError: (error) => form.setError('root', { message: error.message }),
  })
  return (
    <Form form={form} onSubmit={(values) => create.mutate(values)}>
      <FormField
        control={form.control}
        name="name"
        label="Name of the workspace"
        hint="Usually a company, a shop or a brand"
      >
        {(field) => <Input {...field} autoComplete="organization" autoFocus />}
      </FormField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
          Create workspace
        </Button>
      </div>
    </Form>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { useZodForm } from '@/components/ui/use-zod-form'
import { API_KEY_SCOPES } from '@/lib/workspaces/permission'
import { createApiKeySchema, createdApiKeySchema } from '@/lib/workspaces/workspace-api'
import { labelScope } from './scope-labels'

const OPTIONS = API_KEY_SCOPES.map((scope) => ({
  value: scope,
  label: labelScope(scope),
}))

export function CreateApiKeyDialog() {
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState<string | null>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setKey(null)
      }}
    >
      <DialogTrigger asChild>
        <Button icon={<Plus aria-hidden />}>New key</Button>
      </DialogTrigger>
      {key === null ? (
        <DialogContent title="New API key">
          <CreateApiKeyForm onCreated={setKey} />
        </DialogContent>
      ) : (
        <DialogContent
          title="Copy the key now"
          description="It is shown only this once. We keep nothing but its hash."
        >
          <CodeBlock label="API key" code={key} wrap />
        </DialogContent>
      )}
    </Dialog>
  )
}

function CreateApiKeyForm({ onCreated }: { onCreated: (key: string) => void }) {
  const queryClient = useQueryClient()
  const form = useZodForm(createApiKeySchema, { name: '', scopes: [] })
  const create = useMutation({
    mutationFn: (body: z.infer<typeof createApiKeySchema>) =>
      requestApi('/api/v1/api-keys', createdApiKeySchema, { method: 'POST', body }),
    onSuccess: async ({ key }) => {
      await queryClient.invalidateQueries({ queryKey: ['api-keys'] })
      onCreated(key)
    },
    onError: (error) => form.setError('root', { message: error.message }),
  })
  return (
    <Form form={form} onSubmit={(values) => create.mutate(values)}>
      <FormField control={form.control} name="name" label="Name" hint="Which machine uses it">
        {(field) => <Input {...field} placeholder="Shop backend" autoFocus />}
      </FormField>
      <FormField control={form.control} name="scopes" label="What it may do">
        {(field) => (
          <MultiSelect value={field.value} onValueChange={field.onChange} options={OPTIONS} />
        )}
      </FormField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={create.isPending}>
          Make the key
        </Button>
      </div>
    </Form>
  )
}

'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { useZodForm } from '@/components/ui/use-zod-form'
import { createdInvitationSchema, createInvitationSchema } from '@/lib/workspaces/workspace-api'
import { ROLE_OPTIONS } from './role-options'

export function InviteDialog() {
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setLink(null)
      }}
    >
      <DialogTrigger asChild>
        <Button icon={<UserPlus aria-hidden />}>Invite somebody</Button>
      </DialogTrigger>
      {link === null ? (
        <DialogContent title="Invite somebody">
          <InviteForm onCreated={setLink} />
        </DialogContent>
      ) : (
        <DialogContent
          title="Send this link"
          description="It is shown only now. It works once, for a week."
        >
          <CodeBlock label="Invitation link" code={link} wrap />
        </DialogContent>
      )}
    </Dialog>
  )
}

function InviteForm({ onCreated }: { onCreated: (link: string) => void }) {
  const queryClient = useQueryClient()
  const form = useZodForm(createInvitationSchema, { email: '', role: 'marketer' })
  const invite = useMutation({
    mutationFn: (body: { email: string; role: string }) =>
      requestApi('/api/v1/invitations', createdInvitationSchema, { method: 'POST', body }),
    onSuccess: async ({ link }) => {
      await queryClient.invalidateQueries({ queryKey: ['invitations'] })
      onCreated(link)
    },
    onError: (error) => form.setError('root', { message: error.message }),
  })
  return (
    <Form form={form} onSubmit={(values) => invite.mutate(values)}>
      <FormField control={form.control} name="email" label="E-mail">
        {(field) => <Input {...field} type="email" autoFocus />}
      </FormField>
      <FormField control={form.control} name="role" label="Role" group>
        {(field) => (
          <RadioGroup value={field.value} onValueChange={field.onChange} options={ROLE_OPTIONS} />
        )}
      </FormField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={invite.isPending}>
          Make the link
        </Button>
      </div>
    </Form>
  )
}

'use client'

import { useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'
import { attributeNameSchema } from '@/lib/profiles/profile'
import { SignedPushExample } from './signed-push-example'
import { useCreateSource } from './use-sources'

const formSchema = z.object({
  name: z.string().trim().min(1, 'Give the source a name'),
  idColumn: z.string().trim().min(1, 'Name the key of the customer id'),
  consentColumn: z.string().trim().min(1, 'Name the key of the consent'),
  attributes: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .pipe(z.array(attributeNameSchema)),
})

interface Created {
  pushUrl: string
  secret: string
  example: string
}

/** A webhook that a shop calls with its customers. */
export function CreateWebhookDialog() {
  const [open, setOpen] = useState(false)
  const [created, setCreated] = useState<Created | null>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setCreated(null)
      }}
    >
      <DialogTrigger asChild>
        <Button>New webhook</Button>
      </DialogTrigger>
      {created === null ? (
        <DialogContent
          title="New webhook"
          description="Your shop sends customers whenever something about them changes."
        >
          <WebhookForm onCreated={setCreated} />
        </DialogContent>
      ) : (
        <DialogContent
          title="Copy the secret now"
          description="It is shown only this once. Sign every delivery with it."
          size="lg"
        >
          <SignedPushExample url={created.pushUrl} secret={created.secret} body={created.example} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function WebhookForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const create = useCreateSource()
  const form = useZodForm(formSchema, {
    name: '',
    idColumn: 'id',
    consentColumn: 'consent',
    attributes: '',
  })
  const submit = ({ name, idColumn, consentColumn, attributes }: z.output<typeof formSchema>) =>
    create.mutate(
      {
        kind: 'webhook',
        name,
        mapping: {
          idColumn,
          consentColumn,
          attributes: attributes.map((attribute) => ({
            column: attribute,
            attribute,
            type: 'string' as const,
          })),
        },
      },
      {
        onSuccess: ({ pushUrl, secret }) => {
          const customer = {
            [idColumn]: 'customer-1',
            [consentColumn]: 'yes',
            ...Object.fromEntries(attributes.map((name) => [name, 'value'])),
          }
          onCreated({
            pushUrl: pushUrl ?? '',
            secret: secret ?? '',
            example: JSON.stringify({ deliveryId: 'delivery-1', customers: [customer] }),
          })
        },
        onError: (error) => form.setError('root', { message: error.message }),
      },
    )
  return (
    <Form form={form} onSubmit={submit}>
      <FormField control={form.control} name="name" label="Name">
        {(field) => <Input {...field} placeholder="Shop backend" autoFocus />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField control={form.control} name="idColumn" label="Key of the customer id">
          {(field) => <Input {...field} />}
        </FormField>
        <FormField control={form.control} name="consentColumn" label="Key of the consent">
          {(field) => <Input {...field} />}
        </FormField>
      </div>
      <FormField
        control={form.control}
        name="attributes"
        label="Keys of attributes"
        hint="Separated by commas, e.g. tier, city"
        optional
      >
        {(field) => <Input {...field} />}
      </FormField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={create.isPending}>
          Create
        </Button>
      </div>
    </Form>
  )
}

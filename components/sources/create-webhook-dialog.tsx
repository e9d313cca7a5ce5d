'use client'

import { Webhook } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { type ColumnRole, guessMapping, toMapping } from '@/lib/sources/guess-mapping'
import { MappingTable } from './mapping-table'
import { readCustomerExample } from './read-customer-example'
import { SignedPushExample } from './signed-push-example'
import { useCreateSource } from './use-sources'

interface Created {
  pushUrl: string
  secret: string
  body: string
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
        <Button icon={<Webhook aria-hidden />}>New webhook</Button>
      </DialogTrigger>
      {created === null ? (
        <WebhookForm onCreated={setCreated} />
      ) : (
        <DialogContent
          title="Copy the secret now"
          description="It is shown only this once. Sign every delivery with it; a delivery with an id that came before is taken once."
          size="lg"
          footer={
            <Button variant="primary" onClick={() => setOpen(false)}>
              Done
            </Button>
          }
        >
          <SignedPushExample url={created.pushUrl} secret={created.secret} body={created.body} />
        </DialogContent>
      )}
    </Dialog>
  )
}

const EXAMPLE = `{
  "customerId": "1042",
  "consent": true,
  "tier": "gold",
  "orders": 7
}`

function WebhookForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const create = useCreateSource()
  const [name, setName] = useState('')
  const [text, setText] = useState(EXAMPLE)
  const [chosen, setChosen] = useState<readonly ColumnRole[]>([])
  const [issues, setIssues] = useState<string[]>([])
  const example = readCustomerExample(text)
  // What was chosen for a key stays while the example is typed on.
  const roles = guessMapping(Object.keys(example ?? {}), example ? [example] : []).map(
    (guess) => chosen.find(({ column }) => column === guess.column) ?? guess,
  )

  const submit = () => {
    const made = toMapping(roles)
    const trimmed = name.trim()
    setIssues([
      ...(trimmed === '' ? ['Give the source a name.'] : []),
      ...(example === null ? ['The example is not one customer as JSON.'] : []),
      ...(example && made.kind === 'invalid' ? made.issues : []),
    ])
    if (made.kind === 'invalid' || trimmed === '' || !example) return
    create.mutate(
      { kind: 'webhook', name: trimmed, mapping: made.mapping },
      {
        onSuccess: ({ pushUrl, secret }) =>
          onCreated({
            pushUrl: pushUrl ?? '',
            secret: secret ?? '',
            body: JSON.stringify({ deliveryId: 'example-1', customers: [example] }),
          }),
        onError: (error) => setIssues([error.message]),
      },
    )
  }
  return (
    <DialogContent
      size="xl"
      title="New webhook"
      description="Your shop sends customers whenever something about them changes, signed with a secret."
      footer={
        <Button variant="primary" loading={create.isPending} onClick={submit}>
          Create webhook
        </Button>
      }
    >
      <div className="space-y-4">
        {issues.length > 0 && (
          <Callout tone="danger" live>
            {issues.map((issue) => (
              <p key={issue}>{issue}</p>
            ))}
          </Callout>
        )}
        <Field label="Name of the source" className="max-w-sm">
          <Input
            value={name}
            maxLength={120}
            placeholder="Shop backend"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field
          label="One customer, as your system will send it"
          hint="Change it to look like yours: its keys become the rows below."
          {...(example ? {} : { error: 'This is not one customer as JSON yet.' })}
        >
          <Textarea
            rows={7}
            value={text}
            spellCheck={false}
            className="font-mono text-xs"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {example && (
          <div className="border-border rounded-lg border">
            <MappingTable roles={roles} rows={[example]} onChange={setChosen} />
          </div>
        )}
      </div>
    </DialogContent>
  )
}

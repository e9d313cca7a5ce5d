'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { Source } from '@/lib/sources/source'
import { writeCustomerExample } from './write-customer-example'
import { SignedPushExample } from './signed-push-example'
import { useRotateSourceSecret } from './use-sources'

/** Replaces the secret of a webhook that was lost or leaked, and shows the new one once. */
export function WebhookSecret({ source, pushUrl }: { source: Source; pushUrl: string }) {
  const { mutateAsync: rotate } = useRotateSourceSecret()
  const [secret, setSecret] = useState<string | null>(null)
  if (secret !== null) {
    return (
      <>
        <Callout tone="warning" live title="Copy the secret now">
          It is shown only this once.
        </Callout>
        <SignedPushExample
          url={pushUrl}
          secret={secret}
          body={writeCustomerExample(source.mapping)}
        />
      </>
    )
  }
  return (
    <ConfirmDialog
      trigger={<Button size="sm">New secret</Button>}
      title={`New secret for ${source.name}?`}
      body="The old secret stops working at once, and so does whatever delivers with it."
      confirmLabel="Make a new secret"
      onConfirm={async () => setSecret((await rotate(source.id)).secret)}
    />
  )
}

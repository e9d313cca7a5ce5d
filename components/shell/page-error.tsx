'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { ErrorState } from '@/components/ui/error-state'

export interface PageErrorProps {
  error: Error & { digest?: string }
  retry: () => void
}

export function PageError({ error, retry }: PageErrorProps) {
  return (
    <ErrorState
      title="This page could not be shown"
      body="Nothing you saved is lost. Try again; if it keeps happening, give the number below to whoever runs this installation."
      onRetry={retry}
      requestId={error.digest}
      action={<ButtonLink href="/campaigns">Go to campaigns</ButtonLink>}
    />
  )
}

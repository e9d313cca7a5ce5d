'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { type AssetResponse, COPY_MAX_LENGTH, type CopyKind } from '@/lib/assets/asset'
import { readCopyLines } from './copy-lines'
import { KIND_LABELS } from './kind-labels'
import { useCreateCopy } from './use-assets'

interface CopyLinesFormProps {
  kind: CopyKind
  onCreated: (assets: AssetResponse[]) => void
}

const EXAMPLES: Record<CopyKind, string> = {
  headline: 'Dry feet in any weather\nMade for the long way home',
  body: 'Waterproof, warm and light: tested on 800 km of trail.',
  cta: 'Shop boots\nFind your size',
  disclaimer: 'Offer ends 30 November. While stocks last.',
}

/** Writes one or several pieces of copy, a line each, with the length of each as it is typed. */
export function CopyLinesForm({ kind, onCreated }: CopyLinesFormProps) {
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const create = useCreateCopy()
  const lines = readCopyLines(kind, typed)
  const faults = lines.filter(({ fault }) => fault)
  const noun = KIND_LABELS[kind].toLowerCase()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsTried(true)
    if (lines.length === 0 || faults.length > 0) return
    create.mutate(
      { kind, texts: lines.map(({ text }) => text) },
      {
        onSuccess: (assets) => {
          setTyped('')
          setIsTried(false)
          toast.success(assets.length === 1 ? 'Added' : `${assets.length} added`)
          onCreated(assets)
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="space-y-3">
      {create.isError && (
        <Callout tone="danger" live title="Not everything was added">
          {create.error.message}
        </Callout>
      )}
      <Field
        label={KIND_LABELS[kind]}
        hint={`One a line, at most ${COPY_MAX_LENGTH[kind]} characters each.`}
        error={isTried && lines.length === 0 ? `Write at least one ${noun}` : undefined}
      >
        <Textarea
          rows={4}
          dir="auto"
          value={typed}
          placeholder={EXAMPLES[kind]}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {lines.length > 0 && (
        <ol
          aria-label="Lengths"
          className="divide-border max-h-64 divide-y overflow-y-auto text-sm"
        >
          {lines.map((line, index) => (
            <li key={`${index} ${line.text}`} className="flex gap-3 py-1.5">
              <span dir="auto" className="min-w-0 flex-1">
                <span className="block truncate">{line.text}</span>
                {line.fault && <span className="text-danger block text-xs">{line.fault}</span>}
              </span>
              <span
                className={cn(
                  'text-muted shrink-0 text-xs leading-5 tabular-nums',
                  line.length > line.maxLength && 'text-danger font-medium',
                )}
              >
                {line.length} of {line.maxLength}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={create.isPending}>
          {lines.length > 1 ? `Add ${lines.length} texts` : `Add ${noun}`}
        </Button>
      </div>
    </form>
  )
}

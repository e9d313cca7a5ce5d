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
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { useCreateCopy } from './use-assets'

interface CopyLinesFormProps {
  kind: CopyKind
  /** `isDone` is false while lines stay that can't be added as they are. */
  onCreated: (assets: AssetResponse[], isDone: boolean) => void
  /** Whether something is typed that was not added yet. */
  onTypedChange?: (hasTyped: boolean) => void
}

const EXAMPLES: Record<CopyKind, string> = {
  headline: 'Dry feet in any weather\nMade for the long way home',
  body: 'Waterproof, warm and light: tested on 800 km of trail.',
  cta: 'Shop boots\nFind your size',
  disclaimer: 'Offer ends 30 November. While stocks last.',
}

/** Writes one or several pieces of copy, a line each, with the length of each as it is typed. */
export function CopyLinesForm({ kind, onCreated, onTypedChange }: CopyLinesFormProps) {
  const [typed, setTyped] = useState('')
  const [isTried, setIsTried] = useState(false)
  const create = useCreateCopy()
  const lines = readCopyLines(kind, typed)
  const good = lines.filter(({ fault }) => !fault)
  const faulty = lines.filter(({ fault }) => fault)
  const noun = KIND_LABELS[kind].toLowerCase()

  const type = (text: string) => {
    setTyped(text)
    onTypedChange?.(text.trim() !== '')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsTried(true)
    if (good.length === 0) return
    create.mutate(
      { kind, texts: good.map(({ text }) => text) },
      {
        onSuccess: (assets) => {
          // What can't be added stays, to be shortened.
          type(faulty.map(({ text }) => text).join('\n'))
          setIsTried(false)
          toast.success(assets.length === 1 ? 'Added' : `${assets.length} added`)
          onCreated(assets, faulty.length === 0)
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
        error={findError(isTried, noun, good.length, faulty.length)}
      >
        <Textarea
          rows={4}
          dir="auto"
          value={typed}
          placeholder={EXAMPLES[kind]}
          onChange={(event) => type(event.target.value)}
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
      <div className="flex flex-wrap items-center justify-end gap-3">
        {good.length > 0 && faulty.length > 0 && (
          <span className="text-muted text-xs">
            {faulty.length === 1 ? 'The other one stays' : `The other ${faulty.length} stay`} here
            to be mended.
          </span>
        )}
        <Button type="submit" variant="primary" loading={create.isPending}>
          {good.length > 1 ? `Add ${good.length} texts` : `Add ${noun}`}
        </Button>
      </div>
    </form>
  )
}

function findError(
  isTried: boolean,
  noun: string,
  goodCount: number,
  faultyCount: number,
): string | undefined {
  if (!isTried || goodCount > 0) return undefined
  return faultyCount === 0 ? `Write at least one ${noun}` : 'Mend what is marked below first'
}

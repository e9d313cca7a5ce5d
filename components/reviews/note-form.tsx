'use client'

import { Check, MessageSquare, PencilLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { type CreateReviewNote, MAX_NOTE_LENGTH, type ReviewDecision } from '@/lib/reviews/review'
import { useCreateNote } from './use-review'

interface NoteFormProps {
  token: string
  /** Null: about all ads. */
  adKey: string | null
  pin?: CreateReviewNote['pin']
  authorName: string
  onAuthorNameChange: (name: string) => void
  onSent?: () => void
}

export function NoteForm({
  token,
  adKey,
  pin = null,
  authorName,
  onAuthorNameChange,
  onSent,
}: NoteFormProps) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState<'name' | 'text' | null>(null)
  const create = useCreateNote(token)
  const send = (decision: ReviewDecision | null) => {
    if (authorName.trim() === '') return setMissing('name')
    if (text.trim() === '' && decision !== 'approve') return setMissing('text')
    setMissing(null)
    create.mutate(
      { adKey, pin, authorName, text, decision },
      {
        onSuccess: () => {
          setText('')
          onSent?.()
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(null)
  }
  return (
    <form onSubmit={submit} className="space-y-3" noValidate>
      <Field label="Your name" required error={missing === 'name' ? 'Say who you are' : undefined}>
        <Input
          value={authorName}
          maxLength={80}
          autoComplete="name"
          onChange={(event) => onAuthorNameChange(event.target.value)}
        />
      </Field>
      <Field
        label={adKey === null ? 'What you think of these ads' : 'What you think of this ad'}
        error={missing === 'text' ? 'Say what you think' : undefined}
      >
        <Textarea
          value={text}
          maxLength={MAX_NOTE_LENGTH}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {create.isError && (
        <Callout tone="danger" live>
          {create.error.message}
        </Callout>
      )}
      {create.isSuccess && (
        <Callout tone="success" live>
          Sent to the team. Thank you.
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" icon={<MessageSquare aria-hidden />} loading={create.isPending}>
          Comment
        </Button>
        <Button icon={<PencilLine aria-hidden />} onClick={() => send('changes')}>
          Changes, please
        </Button>
        <Button icon={<Check aria-hidden />} onClick={() => send('approve')}>
          {adKey === null ? 'Approve all' : 'Approve this ad'}
        </Button>
      </div>
    </form>
  )
}

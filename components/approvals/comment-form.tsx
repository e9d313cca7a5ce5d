'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { COMMENT_MAX_LENGTH } from '@/lib/approvals/comment'

interface CommentFormProps {
  label: string
  submitLabel: string
  error: string | undefined
  isPending: boolean
  /** Resolves once the words are kept, so that they may be cleared. */
  onSubmit: (text: string) => Promise<unknown>
  onCancel?: () => void
  actions?: ReactNode
}

/** Words for a comment or an answer; they stay where sending them fails. */
export function CommentForm({
  label,
  submitLabel,
  error,
  isPending,
  onSubmit,
  onCancel,
  actions,
}: CommentFormProps) {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isEmpty || isPending) return
        onSubmit(text).then(
          () => setText(''),
          // The error is shown beside the field.
          () => undefined,
        )
      }}
    >
      <Field label={label} error={error}>
        <Textarea
          dir="auto"
          rows={2}
          maxLength={COMMENT_MAX_LENGTH}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {actions}
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="sm" type="submit" loading={isPending} disabled={isEmpty}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}

'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { COMMENT_MAX_LENGTH } from '@/lib/approvals/comment'

const WORDS = {
  request_changes: {
    title: 'Ask for changes',
    description: 'It goes back to whoever made it, who sees your words beside it.',
    label: 'What should be changed?',
    confirm: 'Ask for changes',
  },
  reject: {
    title: 'Reject',
    description: 'It may not be shown. Whoever made it sees your reason, and may send it again.',
    label: 'Why is it rejected?',
    confirm: 'Reject',
  },
} as const

export type WordyDecision = keyof typeof WORDS

interface DecisionDialogProps {
  /** Null while it is closed. */
  decision: WordyDecision | null
  /** Of how many assets. */
  count: number
  isPending: boolean
  onClose: () => void
  onDecide: (decision: WordyDecision, comment: string) => void
}

/** A decision that takes words. */
export function DecisionDialog({ decision, onClose, ...props }: DecisionDialogProps) {
  return (
    <Dialog open={decision !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {decision && <DecisionForm decision={decision} onClose={onClose} {...props} />}
    </Dialog>
  )
}

function DecisionForm({
  decision,
  count,
  isPending,
  onClose,
  onDecide,
}: Omit<DecisionDialogProps, 'decision'> & { decision: WordyDecision }) {
  const [comment, setComment] = useState('')
  const [isTried, setIsTried] = useState(false)
  const { title, description, label, confirm } = WORDS[decision]
  const isEmpty = comment.trim() === ''
  const decide = () => {
    setIsTried(true)
    if (!isEmpty && !isPending) onDecide(decision, comment)
  }
  return (
    <DialogContent
      title={count === 1 ? title : `${title}: ${count} assets`}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={decision === 'reject' ? 'danger' : 'primary'}
            loading={isPending}
            onClick={decide}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <Field
        label={label}
        required
        error={isTried && isEmpty ? 'Say it in a few words.' : undefined}
      >
        <Textarea
          autoFocus
          dir="auto"
          rows={4}
          maxLength={COMMENT_MAX_LENGTH}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) decide()
          }}
        />
      </Field>
    </DialogContent>
  )
}

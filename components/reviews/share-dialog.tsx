'use client'

import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberInput } from '@/components/ui/number-input'
import type { GallerySource } from '@/lib/gallery/gallery-api'
import type { CombinationFilter } from '@/lib/permutations/combination-filter'
import { DEFAULT_VALID_DAYS, MAX_VALID_DAYS } from '@/lib/reviews/review'
import { useCreateReviewLink } from './use-review-links'

interface ShareDialogProps {
  campaignId: string
  source: GallerySource
  filter: CombinationFilter
  /** How many ads it shows, in words. */
  ads: string
}

/** Makes a link to the ads that are shown; its address is shown here and never again. */
export function ShareDialog({ campaignId, source, filter, ads }: ShareDialogProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState('')
  const [validDays, setValidDays] = useState<number | null>(DEFAULT_VALID_DAYS)
  const create = useCreateReviewLink(campaignId)
  const change = (open: boolean) => {
    setIsOpen(open)
    if (open) create.reset()
  }
  const submit = () =>
    create.mutate({ name, source, filter, validDays: validDays ?? DEFAULT_VALID_DAYS })
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button icon={<Share2 aria-hidden />}>Share for review</Button>
      </DialogTrigger>
      <DialogContent
        title="Share for review"
        description={`${ads}, as they are now, for somebody without an account.`}
        footer={
          create.data ? (
            <Button onClick={() => change(false)}>Done</Button>
          ) : (
            <Button variant="primary" loading={create.isPending} onClick={submit}>
              Make the link
            </Button>
          )
        }
      >
        {create.data ? (
          <div className="space-y-3">
            <Field label="Link" hint="Copy it now: it is not shown again.">
              <Input readOnly value={create.data.url} onFocus={(event) => event.target.select()} />
            </Field>
            <CopyButton text={create.data.url} label="Copy the link" size="md" />
          </div>
        ) : (
          <form
            className="space-y-4"
            onSubmit={(event) => {
              event.preventDefault()
              submit()
            }}
          >
            <Field label="Title for the reviewers" optional>
              <Input
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Field
              label="Open for"
              hint="Whoever has the link can look at the ads and comment. You can take it back at any time."
            >
              <NumberInput
                value={validDays}
                min={1}
                max={MAX_VALID_DAYS}
                step={1}
                suffix="days"
                onValueChange={setValidDays}
              />
            </Field>
            {create.isError && (
              <Callout tone="danger" live>
                {create.error.message}
              </Callout>
            )}
          </form>
        )}
      </DialogContent>
    </Dialog>
  )
}

'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { CreateReviewNote, Review } from '@/lib/reviews/review'
import { NoteForm } from './note-form'
import { NoteList } from './note-list'
import { PinnedPreview } from './pinned-preview'
import { useReviewAd } from './use-review'

interface ReviewAdDialogProps {
  token: string
  review: Review
  rank: number | null
  authorName: string
  onAuthorNameChange: (name: string) => void
  onClose: () => void
}

/** One ad in all of its sizes, what was said of it, and a place to say more. */
export function ReviewAdDialog({ token, review, rank, onClose, ...author }: ReviewAdDialogProps) {
  return (
    <Dialog open={rank !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {rank !== null && (
        <DialogContent
          size="xl"
          title={`Ad ${rank + 1}`}
          description="Click on the ad to say where you mean."
        >
          <ReviewedAd key={rank} {...{ token, review, rank }} {...author} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function ReviewedAd({
  token,
  review,
  rank,
  ...author
}: Omit<ReviewAdDialogProps, 'onClose' | 'rank'> & { rank: number }) {
  const [pin, setPin] = useState<CreateReviewNote['pin']>(null)
  const { data: ad } = useReviewAd(token, rank)
  if (!ad) return <Skeleton className="h-64" />
  const notes = review.notes.filter(({ adKey }) => adKey === ad.key)
  const pins = [...notes.flatMap((note) => note.pin ?? []), ...(pin ? [pin] : [])]
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_300px]">
      <div className="flex min-w-0 flex-wrap items-start gap-4">
        {ad.renditions.map(({ size, html }) => (
          <PinnedPreview key={size} {...{ size, html, pins }} onPin={setPin} />
        ))}
      </div>
      <div className="min-w-0 space-y-4">
        <NoteForm token={token} adKey={ad.key} pin={pin} onSent={() => setPin(null)} {...author} />
        {notes.length > 0 && <NoteList label="What was said of this ad" notes={notes} />}
      </div>
    </div>
  )
}

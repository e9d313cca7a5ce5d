'use client'

import { useState } from 'react'
import { AdCard } from '@/components/gallery/ad-card'
import { AdGrid } from '@/components/gallery/ad-grid'
import { formatBigCount } from '@/components/gallery/format-big-count'
import { Logo } from '@/components/shell/logo'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { LocalTime } from '@/components/ui/local-time'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { labelAdSize } from '@/lib/decision/ad-size'
import type { Review, ReviewAd, ReviewNote } from '@/lib/reviews/review'
import { NoteForm } from './note-form'
import { NoteList } from './note-list'
import { ReviewAdDialog } from './review-ad-dialog'
import { useNeed, useReview, useReviewAds } from './use-review'

/** No browser scrolls further reliably; whoever reviews more needs a narrower link. */
const MAX_SHOWN = 10_000

export function ReviewView({ token, initialReview }: { token: string; initialReview: Review }) {
  const review = useReview(token, initialReview).data
  const [size, setSize] = useState(review.sizes[0] ?? '300x250')
  const [authorName, setAuthorName] = useState('')
  const [openRank, setOpenRank] = useState<number | null>(null)
  const { adAt, need, error } = useReviewAds(token, size)
  const total = BigInt(review.count)
  const shown = Number(total > BigInt(MAX_SHOWN) ? BigInt(MAX_SHOWN) : total)
  const author = { authorName, onAuthorNameChange: setAuthorName }
  const general = review.notes.filter(({ adKey }) => adKey === null)
  return (
    <main className="mx-auto w-full max-w-[1280px] space-y-6 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 space-y-2">
          <Logo />
          <h1 className="text-2xl font-semibold wrap-anywhere">{review.name}</h1>
          <p className="text-muted text-sm">
            {total === 1n ? '1 ad' : `${formatBigCount(total)} ads`} to review, open until{' '}
            <LocalTime time={review.expiresAt} />
          </p>
        </div>
        <Field label="Size" className="w-44">
          <Select
            value={size}
            options={review.sizes.map((value) => ({ value, label: labelAdSize(value) }))}
            onValueChange={setSize}
          />
        </Field>
      </header>
      <Card title="All of them" description="For what you think of the ads as a whole.">
        <div className="grid gap-6 md:grid-cols-2">
          <NoteForm token={token} adKey={null} {...author} />
          {general.length > 0 && <NoteList label="What was said of all ads" notes={general} />}
        </div>
      </Card>
      {error && <Callout tone="danger">{error.message}</Callout>}
      {total > BigInt(MAX_SHOWN) && (
        <Callout tone="info">The first {formatBigCount(BigInt(MAX_SHOWN))} are shown.</Callout>
      )}
      <AdGrid
        key={size}
        label="Ads to review"
        count={shown}
        size={size}
        renderAd={(index, widthPx) => (
          <ReviewCard
            {...{ index, size, widthPx, need }}
            ad={adAt(index)}
            notes={review.notes}
            onOpen={() => setOpenRank(index)}
          />
        )}
      />
      <ReviewAdDialog
        token={token}
        review={review}
        rank={openRank}
        onClose={() => setOpenRank(null)}
        {...author}
      />
    </main>
  )
}

interface ReviewCardProps {
  index: number
  size: Review['sizes'][number]
  widthPx: number
  ad: ReviewAd | undefined
  notes: readonly ReviewNote[]
  need: (rank: number) => void
  onOpen: () => void
}

function ReviewCard({ index, size, widthPx, ad, notes, need, onOpen }: ReviewCardProps) {
  useNeed(index, need)
  const html = ad?.renditions[0]?.html
  if (!ad || html === undefined) return <Skeleton className="h-full" />
  const own = notes.filter(({ adKey }) => adKey === ad.key)
  const decision = own.find((note) => note.decision !== null)?.decision
  return (
    <AdCard
      {...{ index, size, widthPx, onOpen }}
      name={`ad ${index + 1}`}
      makeHtml={() => html}
      caption={
        <span className="text-muted flex items-center gap-2 tabular-nums">
          Ad {index + 1}
          {decision === 'approve' && <Badge tone="positive">Approved</Badge>}
          {decision === 'changes' && <Badge tone="warning">Changes, please</Badge>}
          {own.length > 0 && <span>{own.length === 1 ? '1 note' : `${own.length} notes`}</span>}
        </span>
      }
    />
  )
}

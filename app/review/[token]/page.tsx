import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Logo } from '@/components/shell/logo'
import { ReviewView } from '@/components/reviews/review-view'
import { EmptyState } from '@/components/ui/empty-state'
import { getDatabase } from '@/lib/db/client'
import { clientAddress } from '@/lib/http/client-address'
import { ProblemError } from '@/lib/http/problem'
import { findReview, type OpenedReview } from '@/lib/reviews/server/open-review'
import { countView, readReview } from '@/lib/reviews/server/read-review'

export const metadata: Metadata = {
  title: 'Review',
  referrer: 'no-referrer',
  robots: { index: false, follow: false, noarchive: true },
}

const CLOSED = {
  expired: {
    title: 'This review is over',
    body: 'The link was open for a limited time. Ask whoever sent it for a new one.',
  },
  revoked: {
    title: 'This review link was taken back',
    body: 'Whoever sent it has closed it. Ask them for a new one.',
  },
  unknown: {
    title: 'This link does not lead to a review',
    body: 'It may have been cut off when it was copied. Open it again from the message it came in.',
  },
  limited: {
    title: 'Too many links were tried',
    body: 'Wait a few minutes, then open the link again from the message it came in.',
  },
}

export default async function ReviewPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, given] = await Promise.all([params, headers()])
  const db = getDatabase()
  const found = await findReview(db, token, clientAddress(given)).catch(
    (error: unknown): OpenedReview | { kind: 'limited' } => {
      if (error instanceof ProblemError && error.code === 'rate_limited') return { kind: 'limited' }
      throw error
    },
  )
  if (found.kind !== 'open') {
    return (
      <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
        <Logo />
        <EmptyState isPage {...CLOSED[found.kind]} />
      </main>
    )
  }
  const review = await readReview(db, found.link)
  await countView(db, found.link.id)
  return <ReviewView token={token} initialReview={review} />
}

'use client'

import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { formatCount } from '@/components/ui/format-number'
import { LocalTime } from '@/components/ui/local-time'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import type { ReviewLink } from '@/lib/reviews/review'
import { NoteList } from './note-list'
import { useReviewLinks, useRevokeReviewLink } from './use-review-links'

interface ReviewLinksSheetProps {
  campaignId: string
  canShare: boolean
  nameOfAd: (adKey: string) => string
}

/** The review links of a campaign, what came of them, and the way to take them back. */
export function ReviewLinksSheet({ campaignId, canShare, nameOfAd }: ReviewLinksSheetProps) {
  const links = useReviewLinks(campaignId)
  const notes = links.data?.items.reduce((sum, link) => sum + link.notes.length, 0) ?? 0
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button>Reviews{notes > 0 ? ` (${formatCount(notes)})` : ''}</Button>
      </SheetTrigger>
      <SheetContent title="Reviews" description="Links that were shared, and what was answered.">
        {links.isError ? (
          <ErrorState
            title="The links could not be loaded"
            body={links.error.message}
            onRetry={() => void links.refetch()}
          />
        ) : !links.data ? (
          <Skeleton className="h-40" />
        ) : links.data.items.length === 0 ? (
          <EmptyState
            title="Nothing is shared yet"
            body="Share these ads to let a client or a colleague answer without an account."
          />
        ) : (
          <ul className="divide-border divide-y">
            {links.data.items.map((link) => (
              <LinkRow key={link.id} {...{ campaignId, canShare, nameOfAd, link }} />
            ))}
          </ul>
        )}
      </SheetContent>
    </Sheet>
  )
}

function LinkRow({
  campaignId,
  canShare,
  nameOfAd,
  link,
}: ReviewLinksSheetProps & { link: ReviewLink }) {
  const revoke = useRevokeReviewLink(campaignId)
  return (
    <li className="space-y-2 py-4 first:pt-0">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0 space-y-1">
          <h3 className="text-sm font-medium wrap-anywhere">{link.name}</h3>
          <p className="text-muted text-xs">
            {link.views === 1 ? 'Opened once' : `Opened ${formatCount(link.views)} times`}
            {link.state === 'open' && (
              <>
                , open until <LocalTime time={link.expiresAt} />
              </>
            )}
          </p>
          <p className="flex flex-wrap gap-1">
            <Badge tone={link.state === 'open' ? 'positive' : 'neutral'}>
              {{ open: 'Open', expired: 'Over', revoked: 'Taken back' }[link.state]}
            </Badge>
            <Badge tone="outline">
              {link.source === 'draft' ? 'The draft' : `Revision ${link.revision}`}
            </Badge>
          </p>
        </div>
        {canShare && link.state === 'open' && (
          <ConfirmDialog
            danger
            trigger={<Button size="sm">Take back</Button>}
            title={`Take back “${link.name}”?`}
            body="The link stops working at once, for everybody. What was answered stays here."
            confirmLabel="Take the link back"
            onConfirm={async () => {
              await revoke.mutateAsync(link.id)
            }}
          />
        )}
      </div>
      {link.notes.length > 0 && (
        <NoteList label={`Answers to ${link.name}`} notes={link.notes} nameOfAd={nameOfAd} />
      )}
    </li>
  )
}

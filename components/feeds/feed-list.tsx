'use client'

import { useState } from 'react'
import { SignedPushExample } from '@/components/sources/signed-push-example'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { formatCount } from '@/components/ui/format-number'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import { type Feed, type FeedKind, feedKindSchema } from '@/lib/feeds/feed'
import { FEED_KINDS } from './feed-kinds'
import { FeedValues } from './feed-values'
import { useFeeds, useFeedSecret } from './use-feeds'

/** The three live feeds, open or not yet. */
export function FeedList({ canEdit }: { canEdit: boolean }) {
  const query = useFeeds()
  const { mutateAsync: askSecret } = useFeedSecret()
  const [pushable, setPushable] = useState<(Feed & { secret: string }) | null>(null)
  const [shown, setShown] = useState<Feed | null>(null)
  return (
    <Card
      id="feeds"
      className="scroll-mt-16"
      title="Live feeds"
      description="Pushed by your systems with a signature. A value is in served ads within a second."
      flush
    >
      <QueryContent query={query} noun="The feeds">
        {({ items }) => (
          <Table caption="Live feeds">
            <TableHead>
              <TableRow>
                <TableHeader>Feed</TableHeader>
                <TableHeader numeric className="max-md:hidden">
                  Values
                </TableHeader>
                <TableHeader className="max-md:hidden">Last push</TableHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {feedKindSchema.options.map((kind) => (
                <FeedRow
                  key={kind}
                  kind={kind}
                  feed={items.find((feed) => feed.kind === kind)}
                  canEdit={canEdit}
                  onShow={setShown}
                  onOpen={async () =>
                    setPushable(await askSecret({ kind, name: FEED_KINDS[kind].label }))
                  }
                  onRotate={async (rotateId) => setPushable(await askSecret({ rotateId }))}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </QueryContent>
      <Dialog open={pushable !== null} onOpenChange={(open) => !open && setPushable(null)}>
        {pushable && (
          <DialogContent
            title="Copy the secret now"
            description="It is shown only this once. Sign every push with it."
            size="lg"
            footer={
              <Button variant="primary" onClick={() => setPushable(null)}>
                Done
              </Button>
            }
          >
            <SignedPushExample
              url={pushable.pushUrl}
              secret={pushable.secret}
              body={JSON.stringify(FEED_KINDS[pushable.kind].example)}
            />
          </DialogContent>
        )}
      </Dialog>
      <Sheet open={shown !== null} onOpenChange={(open) => !open && setShown(null)}>
        {shown && (
          <SheetContent
            title={FEED_KINDS[shown.kind].label}
            description="The newest value of each key."
          >
            <div className="space-y-4">
              <CodeBlock label="Push values to" code={shown.pushUrl} wrap />
              <FeedValues feedId={shown.id} />
            </div>
          </SheetContent>
        )}
      </Sheet>
    </Card>
  )
}

interface FeedRowProps {
  kind: FeedKind
  feed: Feed | undefined
  canEdit: boolean
  onShow: (feed: Feed) => void
  onOpen: () => Promise<void>
  onRotate: (feedId: string) => Promise<void>
}

function FeedRow({ kind, feed, canEdit, onShow, onOpen, onRotate }: FeedRowProps) {
  const { label, description } = FEED_KINDS[kind]
  return (
    <TableRow>
      <TableCell>
        <span className="font-medium">{label}</span>
        <span className="text-muted block text-xs">{description}</span>
        <span className="mt-1 block text-xs md:hidden">
          <LastPush feed={feed} />
        </span>
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {feed ? formatCount(feed.valueCount) : '–'}
      </TableCell>
      <TableCell className="max-md:hidden">
        <LastPush feed={feed} />
      </TableCell>
      <TableCell>
        <span className="flex justify-end gap-1 max-md:flex-col max-md:items-end">
          {feed && (
            <Button size="sm" onClick={() => onShow(feed)} aria-label={`Values of ${label}`}>
              Values
            </Button>
          )}
          {canEdit && !feed && (
            <Button size="sm" onClick={() => void onOpen()} aria-label={`Open the feed ${label}`}>
              Open
            </Button>
          )}
          {canEdit && feed && (
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="ghost" aria-label={`New secret for ${label}`}>
                  New secret
                </Button>
              }
              title={`New secret for ${label}?`}
              body="The old secret stops working at once, and so does whatever pushes with it."
              confirmLabel="Make a new secret"
              onConfirm={() => onRotate(feed.id)}
            />
          )}
        </span>
      </TableCell>
    </TableRow>
  )
}

function LastPush({ feed }: { feed: Feed | undefined }) {
  if (!feed) return <Badge tone="outline">Not opened</Badge>
  if (!feed.lastPushAt) return <>Nothing came in yet</>
  return (
    <>
      <span className="md:hidden">Last push </span>
      <LocalTime time={feed.lastPushAt} />
    </>
  )
}

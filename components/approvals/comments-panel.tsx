'use client'

import { MapPin } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { PicturePoint, type Point } from '@/components/assets/picture-point'
import { Button } from '@/components/ui/button'
import { QueryContent } from '@/components/ui/query-content'
import { type CommentThread as Thread, groupThreads } from '@/lib/approvals/comment'
import type { AssetResponse } from '@/lib/assets/asset'
import { CommentForm } from './comment-form'
import { CommentThread, PinMark } from './comment-thread'
import { useComments, useCreateComment } from './use-comments'

interface CommentsPanelProps {
  asset: AssetResponse
  /** Stands between the picture and what was said about it. */
  children?: ReactNode
}

/** What was said about an asset, on its picture where it has one. */
export function CommentsPanel({ asset, children }: CommentsPanelProps) {
  const { canEdit } = useAssetPermissions()
  const query = useComments(asset.id)
  const create = useCreateComment(asset.id)
  const [pin, setPin] = useState<Point | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <QueryContent query={query} noun="The comments">
      {({ items }) => {
        const threads = groupThreads(items)
        return (
          <div className="space-y-3">
            {asset.picture && (
              <PicturePoint
                picture={asset.picture}
                altText={asset.altText || asset.name}
                label="New pin"
                point={pin}
                disabled={!canEdit}
                onPointChange={setPin}
              >
                <Pins threads={threads} onOpen={setOpenId} />
              </PicturePoint>
            )}
            {children}
            {threads.length === 0 && (
              <p className="text-muted text-sm">
                Nobody has said anything yet.
                {asset.picture && canEdit && ' Click on the picture to speak about a spot.'}
              </p>
            )}
            <ul className="space-y-2">
              {threads.map((thread) => (
                <CommentThread
                  key={thread.first.id}
                  assetId={asset.id}
                  thread={thread}
                  canComment={canEdit}
                  isHighlighted={thread.first.id === openId}
                />
              ))}
            </ul>
            {canEdit && (
              <CommentForm
                label={pin ? 'Comment on this spot' : 'Comment'}
                submitLabel="Comment"
                error={create.error?.message}
                isPending={create.isPending}
                onSubmit={async (text) => {
                  await create.mutateAsync({ text, pin })
                  setPin(null)
                }}
                actions={
                  asset.picture && (
                    <Button
                      size="sm"
                      variant="ghost"
                      icon={<MapPin aria-hidden />}
                      onClick={() => setPin(pin ? null : { x: 0.5, y: 0.5 })}
                    >
                      {pin ? 'Take the pin away' : 'Put a pin on the picture'}
                    </Button>
                  )
                }
              />
            )}
          </div>
        )
      }}
    </QueryContent>
  )
}

function Pins({
  threads,
  onOpen,
}: {
  threads: readonly Thread[]
  onOpen: (commentId: string) => void
}) {
  return threads.map(({ first, pinNumber }) =>
    first.pin === null || pinNumber === null ? null : (
      <button
        key={first.id}
        type="button"
        aria-label={`Pin ${pinNumber}: ${first.text}`}
        onClick={() => {
          onOpen(first.id)
          document.getElementById(`comment-${first.id}`)?.scrollIntoView({ block: 'nearest' })
        }}
        className="absolute -translate-x-1/2 -translate-y-1/2 rounded-full p-0.5 shadow-[0_0_0_1px_rgb(255_255_255/0.9)] data-[resolved=true]:opacity-60"
        data-resolved={first.resolvedAt !== null}
        style={{ left: `${first.pin.x * 100}%`, top: `${first.pin.y * 100}%` }}
      >
        <PinMark number={pinNumber} />
      </button>
    ),
  )
}

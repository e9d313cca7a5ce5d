import { Badge } from '@/components/ui/badge'
import { LocalTime } from '@/components/ui/local-time'
import type { ReviewNote } from '@/lib/reviews/review'

interface NoteListProps {
  label: string
  notes: readonly ReviewNote[]
  /** What an ad is called; null where the note is about all of them. */
  nameOfAd?: (adKey: string) => string
}

/** What reviewers said: plain text, whatever it holds. */
export function NoteList({ label, notes, nameOfAd }: NoteListProps) {
  return (
    <ol aria-label={label} className="divide-border divide-y text-sm">
      {notes.map(({ id, authorName, decision, text, adKey, pin, createdAt }) => (
        <li key={id} className="space-y-1 py-2">
          <p className="flex flex-wrap items-center gap-2">
            <bdi className="font-medium wrap-anywhere">{authorName}</bdi>
            {decision === 'approve' && <Badge tone="positive">Approved</Badge>}
            {decision === 'changes' && <Badge tone="warning">Changes, please</Badge>}
            {nameOfAd && (
              <span className="text-muted text-xs">
                {adKey === null ? 'All ads' : nameOfAd(adKey)}
              </span>
            )}
            {pin && <span className="text-muted text-xs">Pin on {pin.size}</span>}
            <span className="text-muted ml-auto text-xs">
              <LocalTime time={createdAt} />
            </span>
          </p>
          {text !== '' && (
            <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

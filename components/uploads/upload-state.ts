import { type UploadFile } from '@/lib/uploads/upload'
import type { UploadItem } from './upload-item'

type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger'

/** The state of a file in a word or two. */
export function stateBadge({ server, sending }: UploadItem): { label: string; tone: Tone } {
  switch (server.state) {
    case 'waiting':
      if (sending === 'sending') return { label: 'Uploading', tone: 'accent' }
      if (sending === 'queued') return { label: 'Waiting', tone: 'neutral' }
      return { label: 'Not arrived', tone: 'warning' }
    case 'received':
    case 'processing':
      return { label: 'Being prepared', tone: 'accent' }
    case 'needs_mapping':
      return { label: 'To import', tone: 'warning' }
    case 'done':
      return { label: 'Added', tone: 'positive' }
    case 'duplicate':
      return { label: 'There already', tone: 'neutral' }
    case 'failed':
      return { label: 'Not usable', tone: 'danger' }
    case 'cancelled':
      return { label: 'Stopped', tone: 'neutral' }
  }
}

/** What became of a file, for people; null while there is nothing to say. */
export function describeOutcome({
  state,
  message,
  notes,
  asset,
  sheet,
}: UploadFile): string | null {
  if (state === 'duplicate' && asset) {
    const where = asset.isArchived ? ', in the archive' : ''
    return `The same picture is there as “${asset.name}”${where}. Nothing was added.`
  }
  if (state === 'needs_mapping' && sheet) {
    const rows = sheet.rowCount === 1 ? '1 row' : `${sheet.rowCount.toLocaleString('en')} rows`
    return `A sheet of ${rows}: say what its columns are.`
  }
  if (state === 'cancelled') return null
  return [message, ...notes].filter(Boolean).join(' ') || null
}

import { STATE_LABELS } from '@/components/assets/kind-labels'
import { formatDate } from '@/components/ui/format-date'
import { formatBytes } from '@/components/ui/format-number'
import type { AssetResponse } from '@/lib/assets/asset'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { nameLocale } from '@/lib/assets/locale'
import { nameCountry } from '@/lib/assets/market'

export interface FactRow {
  readonly label: string
  readonly values: readonly string[]
  readonly isSame: boolean
}

const FACTS: readonly { label: string; read: (asset: AssetResponse) => string }[] = [
  { label: 'Kind', read: ({ kind }) => KIND_LABELS[kind] },
  { label: 'State', read: ({ state }) => STATE_LABELS[state] },
  { label: 'Language', read: ({ locale }) => nameLocale(locale) },
  {
    label: 'Markets',
    read: ({ markets }) => markets.map(nameCountry).join(', ') || 'Everywhere',
  },
  { label: 'Tags', read: ({ tags }) => tags.toSorted().join(', ') || 'None' },
  {
    label: 'Rights from',
    read: ({ rightsStartAt }) => (rightsStartAt ? formatDate(rightsStartAt) : 'No beginning'),
  },
  {
    label: 'Rights until',
    read: ({ rightsEndAt }) => (rightsEndAt ? formatDate(rightsEndAt) : 'No end'),
  },
  { label: 'Source', read: ({ source }) => source || 'Not said' },
  { label: 'Alternative text', read: ({ altText }) => altText || 'None' },
  {
    label: 'Pixels',
    read: ({ picture }) => (picture ? `${picture.widthPx} × ${picture.heightPx}` : '–'),
  },
  {
    label: 'Weight',
    read: ({ picture }) => (picture ? formatBytes(picture.fileSizeBytes) : '–'),
  },
  { label: 'Version', read: ({ version }) => String(version) },
  { label: 'Notes', read: ({ notes }) => notes || 'None' },
]

/** The facts of several assets side by side, the rows that differ first to be seen. */
export function compareFacts(assets: readonly AssetResponse[]): FactRow[] {
  return FACTS.map(({ label, read }) => {
    const values = assets.map(read)
    return { label, values, isSame: new Set(values).size <= 1 }
  })
}

import { Clock } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { RightsStatus } from '@/lib/assets/rights'

const WORDS = { ending: 'Rights end soon', ended: 'Rights ended', not_yet: 'Rights not begun' }

/** Says nothing while all is well. */
export function RightsBadge({ rights }: { rights: RightsStatus }) {
  if (rights === 'fine') return null
  return (
    <Badge tone={rights === 'ended' ? 'danger' : 'warning'}>
      <Clock aria-hidden /> {WORDS[rights]}
    </Badge>
  )
}

import {
  Archive,
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  Clock,
  Eye,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react'
import { Badge, type BadgeProps } from './badge'

type Appearance = [tone: BadgeProps['tone'], icon: LucideIcon, label: string]

/** Every state the studio shows, each with an icon so that colour is never the only sign. */
const appearances = {
  draft: ['neutral', CircleDashed, 'Draft'],
  pending: ['neutral', Clock, 'Pending'],
  scheduled: ['accent', Clock, 'Scheduled'],
  running: ['accent', LoaderCircle, 'Running'],
  in_review: ['accent', Eye, 'In review'],
  live: ['positive', CirclePlay, 'Live'],
  active: ['positive', CircleCheck, 'Active'],
  approved: ['positive', CircleCheck, 'Approved'],
  ok: ['positive', CircleCheck, 'OK'],
  done: ['positive', CircleCheck, 'Done'],
  paused: ['warning', CirclePause, 'Paused'],
  changes_requested: ['warning', CircleAlert, 'Changes requested'],
  attention: ['warning', CircleAlert, 'Needs attention'],
  expiring: ['warning', Clock, 'Expiring'],
  stale: ['warning', Clock, 'Stale'],
  expired: ['danger', Clock, 'Expired'],
  rejected: ['danger', Ban, 'Rejected'],
  failed: ['danger', CircleAlert, 'Failed'],
  ended: ['outline', CircleCheck, 'Ended'],
  archived: ['outline', Archive, 'Archived'],
} satisfies Record<string, Appearance>

export type Status = keyof typeof appearances

interface StatusBadgeProps {
  status: Status
  /** Replaces the usual word. */
  label?: string
  className?: string
}

export function StatusBadge({ status, label, className }: StatusBadgeProps) {
  const [tone, Icon, usual]: Appearance = appearances[status]
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden />
      {label ?? usual}
    </Badge>
  )
}

'use client'

import {
  ChartLine,
  Database,
  Images,
  Inbox,
  LayoutTemplate,
  Megaphone,
  Palette,
  PencilRuler,
  Settings,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useReviewCounts } from '@/components/approvals/use-inbox'
import { formatCount } from '@/components/ui/format-number'

const destinations = [
  { href: '/campaigns', label: 'Campaigns', Icon: Megaphone },
  { href: '/library', label: 'Library', Icon: Images },
  { href: '/review', label: 'Review', Icon: Inbox },
  { href: '/templates', label: 'Templates', Icon: PencilRuler },
  { href: '/brand', label: 'Brand', Icon: Palette },
  { href: '/audiences', label: 'Audiences', Icon: Users },
  { href: '/sources', label: 'Sources', Icon: Database },
  { href: '/placements', label: 'Placements', Icon: LayoutTemplate },
  { href: '/reports', label: 'Reports', Icon: ChartLine },
  { href: '/settings', label: 'Settings', Icon: Settings },
]

/** How much waits for an answer of whoever looks. */
function WaitingCount() {
  const { data } = useReviewCounts()
  if (!data?.waiting) return null
  return (
    <span className="ml-auto text-xs tabular-nums">
      {formatCount(data.waiting)} <span className="sr-only">waiting</span>
    </span>
  )
}

export function RailNav({ onNavigate }: { onNavigate?: () => void }) {
  const pathname = usePathname()
  return (
    <nav aria-label="Main">
      <ul className="space-y-0.5">
        {destinations.map(({ href, label, Icon }) => {
          const here = pathname === href || pathname.startsWith(`${href}/`)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                onClick={onNavigate}
                className="text-muted hover:bg-subtle hover:text-foreground aria-[current=page]:bg-subtle aria-[current=page]:text-foreground flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium transition-colors pointer-coarse:h-11"
              >
                <Icon aria-hidden className="size-4" />
                {label}
                {href === '/review' && <WaitingCount />}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

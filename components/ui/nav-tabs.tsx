'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { tabListStyle, tabStyle } from './tab-style'

interface NavTabsProps {
  'aria-label': string
  items: { href: string; label: string; count?: number }[]
}

/** Tabs that are pages. */
export function NavTabs({ items, ...props }: NavTabsProps) {
  const pathname = usePathname()
  return (
    <nav className={tabListStyle} {...props}>
      {items.map(({ href, label, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className={tabStyle}
        >
          {label}
          {count !== undefined && <span className="text-muted text-xs tabular-nums">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}

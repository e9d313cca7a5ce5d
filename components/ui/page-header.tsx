import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  /** Badges after the title. */
  meta?: ReactNode
  /** Buttons; the primary one last. */
  actions?: ReactNode
  breadcrumbs?: { label: string; href: string }[]
}

export function PageHeader({ title, description, meta, actions, breadcrumbs }: PageHeaderProps) {
  return (
    <header className="mb-5 space-y-1">
      {breadcrumbs && (
        <nav aria-label="Breadcrumb" className="print:hidden">
          <ol className="text-muted flex flex-wrap items-center gap-1 text-sm">
            {breadcrumbs.map(({ label, href }, index) => (
              <li key={href} className="flex items-center gap-1">
                {index > 0 && <ChevronRight aria-hidden className="size-3.5" />}
                <Link
                  href={href}
                  className="hover:text-foreground -ml-0.5 flex items-center gap-0.5 py-0.5"
                >
                  {breadcrumbs.length === 1 && <ChevronLeft aria-hidden className="size-3.5" />}
                  {label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="text-xl font-semibold tracking-tight text-balance wrap-anywhere">
              {title}
            </h1>
            {meta}
          </div>
          {description && <p className="text-muted max-w-2xl text-sm">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}

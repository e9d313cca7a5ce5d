'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'

interface PaginationProps {
  /** What is shown, such as "1–50 of 312". */
  summary?: ReactNode
  /** Absent at the first page. */
  onPrevious?: (() => void) | undefined
  /** Absent at the last page. */
  onNext?: (() => void) | undefined
  loading?: boolean
}

export function Pagination({ summary, onPrevious, onNext, loading = false }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 px-4 py-2 text-sm">
      <span role="status" className="text-muted tabular-nums">
        {loading ? 'Loading…' : summary}
      </span>
      <div className="flex gap-2">
        <Button
          size="sm"
          icon={<ChevronLeft aria-hidden />}
          disabled={!onPrevious}
          onClick={onPrevious}
        >
          Previous
        </Button>
        <Button size="sm" disabled={!onNext} onClick={onNext}>
          Next <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  )
}

'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SearchInput } from '@/components/ui/search-input'
import { describeSegment } from '@/lib/segments/describe-segment'
import type { SegmentListItem } from '@/lib/segments/segment'
import { CustomerCount } from './customer-count'

interface SegmentPickerProps {
  segments: readonly SegmentListItem[]
  onAdd: (segment: SegmentListItem) => void
  onEdit: (segment: SegmentListItem) => void
}

const SEARCH_FROM = 8

/** The segments of the workspace that a campaign does not use yet. */
export function SegmentPicker({ segments, onAdd, onEdit }: SegmentPickerProps) {
  const [search, setSearch] = useState('')
  const found = segments.filter((segment) =>
    segment.name.toLowerCase().includes(search.trim().toLowerCase()),
  )
  return (
    <Card
      flush
      title="Other segments of the workspace"
      actions={
        segments.length >= SEARCH_FROM && (
          <SearchInput label="Search segments" value={search} onValueChange={setSearch} />
        )
      }
    >
      {found.length === 0 ? (
        <p className="text-muted p-4 text-sm">No segment has that name.</p>
      ) : (
        <ul className="divide-border divide-y">
          {found.map((segment) => (
            <li key={segment.id} className="flex items-center gap-3 px-4 py-2.5">
              <div className="min-w-0 flex-1">
                <button
                  type="button"
                  className="text-sm font-medium hover:underline"
                  onClick={() => onEdit(segment)}
                >
                  {segment.name}
                </button>
                <p className="text-muted line-clamp-2 text-xs">
                  {describeSegment(segment.condition)}
                </p>
              </div>
              <span className="text-sm tabular-nums max-sm:hidden">
                <CustomerCount segment={segment} />
              </span>
              <Button
                size="sm"
                icon={<Plus aria-hidden />}
                aria-label={`Add ${segment.name}`}
                onClick={() => onAdd(segment)}
              >
                Add
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

'use client'

import { Plus, Users } from 'lucide-react'
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Toolbar } from '@/components/ui/toolbar'
import { describeSegment } from '@/lib/segments/describe-segment'
import type { Segment, SegmentListItem } from '@/lib/segments/segment'
import { listSegmentColumns } from './segment-columns'
import { SegmentSheet } from './segment-sheet'
import { useArchiveSegment, useSegments } from './use-segments'

const NEW = 'new'
const filters = {
  search: parseAsString.withDefault(''),
  archived: parseAsBoolean.withDefault(false),
  segment: parseAsString,
}

export function SegmentList({ canEdit }: { canEdit: boolean }) {
  const [{ search, archived, segment: openId }, setFilter] = useQueryStates(filters)
  const query = useSegments({ archived })
  const { mutate: archive } = useArchiveSegment()
  const columns = useMemo(() => {
    const setArchived = ({ id, name }: Segment, isArchived: boolean) =>
      archive(
        { id, isArchived },
        {
          onSuccess: () =>
            toast(isArchived ? `${name} archived` : `${name} is back`, {
              action: {
                label: 'Undo',
                onClick: () => archive({ id, isArchived: !isArchived }),
              },
            }),
        },
      )
    return listSegmentColumns(canEdit ? setArchived : null)
  }, [archive, canEdit])
  const open = query.data?.items.find(({ id }) => id === openId) ?? null
  const close = () => void setFilter({ segment: null })
  const create = canEdit && (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => void setFilter({ segment: NEW })}
    >
      New segment
    </Button>
  )

  return (
    <>
      <PageHeader
        title="Audiences"
        description="Segments are groups of viewers that your ads tell apart. A change reaches a running campaign when it is next published."
        actions={create}
      />
      <Card flush>
        <Toolbar
          className="border-border mb-0 border-b p-3"
          end={
            <Segmented
              aria-label="Which segments"
              value={archived ? 'archived' : 'current'}
              onValueChange={(value) => void setFilter({ archived: value === 'archived' || null })}
              options={[
                { value: 'current', label: 'Current' },
                { value: 'archived', label: 'Archived' },
              ]}
            />
          }
        >
          <SearchInput
            label="Search segments"
            value={search}
            onValueChange={(value) => void setFilter({ search: value || null })}
          />
        </Toolbar>
        <QueryContent query={query} noun="The segments">
          {({ items }) => (
            <DataTable
              caption="Segments"
              columns={columns}
              rows={items.filter((segment) => isFound(segment, search))}
              getRowId={(row) => row.id}
              rowHref={(row) => `/audiences?segment=${row.id}${archived ? '&archived=true' : ''}`}
              empty={
                <EmptyState
                  icon={<Users />}
                  {...(items.length > 0
                    ? { title: 'Nothing matches', body: 'Try another word.' }
                    : archived
                      ? { title: 'Nothing archived' }
                      : {
                          title: 'No segments yet',
                          body: 'Start with one that should see something else than the rest: loyal customers, people on phones, a rainy day.',
                          action: create,
                        })}
                />
              }
            />
          )}
        </QueryContent>
      </Card>
      {(open ?? openId === NEW) && (
        <SegmentSheet key={openId} segment={open} canEdit={canEdit} onClose={close} />
      )}
    </>
  )
}

function isFound(segment: SegmentListItem, search: string): boolean {
  const text = `${segment.name} ${segment.description} ${describeSegment(segment.condition)}`
  return text.toLowerCase().includes(search.trim().toLowerCase())
}

'use client'

import { type ReactNode, useCallback } from 'react'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { ErrorState } from './error-state'
import { LoadMore } from './load-more'
import { Skeleton } from './skeleton'

/** What a list needs of an infinite query. */
interface PagedQuery {
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: Error | null
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  fetchNextPage(): unknown
  refetch(): unknown
}

interface PickListProps<Item> {
  query: PagedQuery
  items: readonly Item[]
  /** “The library”, “The products”. */
  noun: string
  /** Instead of a list of nothing. */
  empty: ReactNode
  keyOf: (item: Item) => string
  labelOf: (item: Item) => string
  chosenKeys: readonly string[]
  /** No more may be chosen. */
  isFull?: boolean
  onToggle: (item: Item, isChosen: boolean) => void
  children: (item: Item) => ReactNode
}

/** An endless list of things to choose from: the whole row is the checkbox. */
export function PickList<Item>({
  query,
  items,
  noun,
  empty,
  keyOf,
  labelOf,
  chosenKeys,
  isFull = false,
  onToggle,
  children,
}: PickListProps<Item>) {
  const { fetchNextPage } = query
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  if (query.isPending) {
    return (
      <div aria-busy className="space-y-2">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    )
  }
  if (query.isError && items.length === 0) {
    return (
      <ErrorState
        title={`${noun} could not be loaded`}
        body={query.error?.message ?? ''}
        onRetry={() => void query.refetch()}
      />
    )
  }
  if (items.length === 0) return <>{empty}</>
  return (
    <div className="border-border overflow-hidden rounded-md border">
      <ul className="divide-border divide-y">
        {items.map((item) => {
          const isChosen = chosenKeys.includes(keyOf(item))
          return (
            <li
              key={keyOf(item)}
              className={cn(
                'hover:bg-subtle/60 relative flex items-center gap-3 px-3 py-2',
                isChosen && 'bg-accent-subtle hover:bg-accent-subtle',
              )}
            >
              <Checkbox
                aria-label={labelOf(item)}
                checked={isChosen}
                disabled={isFull && !isChosen}
                onCheckedChange={(checked) => onToggle(item, checked === true)}
                className="static after:absolute after:inset-0"
              />
              {children(item)}
            </li>
          )
        })}
      </ul>
      <LoadMore
        shown={items.length}
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={more}
      />
    </div>
  )
}

'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'

interface QueryContentProps<Data> {
  query: UseQueryResult<Data>
  /** What could not be loaded: "The members". */
  noun: string
  children: (data: Data) => ReactNode
}

/** The three faces of anything loaded: rows to come, a way out of the failure, the thing itself. */
export function QueryContent<Data>({ query, noun, children }: QueryContentProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    return (
      <ErrorState
        title={`${noun} could not be loaded`}
        body={query.error.message}
        onRetry={() => void query.refetch()}
      />
    )
  }
  return (
    <div aria-busy className="space-y-3 p-4">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  )
}

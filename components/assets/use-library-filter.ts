'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { copyKindSchema, pictureKindSchema } from '@/lib/assets/asset'
import { assetStateSchema } from '@/lib/assets/asset-state'
import type { AssetFilter } from './use-assets'

export const LIBRARY_VIEWS = ['pictures', 'copy'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]
const KINDS = ['all', ...pictureKindSchema.options, ...copyKindSchema.options] as const
const STATES = ['all', ...assetStateSchema.options] as const

export const KINDS_OF_VIEW = { pictures: pictureKindSchema.options, copy: copyKindSchema.options }

/** What the library shows, kept in the address: shared, bookmarked and undone by "back". */
export function useLibraryFilter() {
  const [params, setParams] = useQueryStates({
    view: parseAsStringLiteral(LIBRARY_VIEWS).withDefault('pictures'),
    kind: parseAsStringLiteral(KINDS).withDefault('all'),
    state: parseAsStringLiteral(STATES).withDefault('all'),
    search: parseAsString.withDefault(''),
    tag: parseAsString.withDefault(''),
    asset: parseAsString.withDefault(''),
  })
  const { view, kind, state, search, tag } = params
  const filter: AssetFilter = {
    group: view,
    kind: kind === 'all' ? undefined : kind,
    state: state === 'all' ? undefined : state,
    search,
    tag: tag || undefined,
  }
  const isFiltered = kind !== 'all' || state !== 'all' || search !== '' || tag !== ''
  return { params, setParams, filter, isFiltered }
}

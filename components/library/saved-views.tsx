'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, BookmarkPlus, Link2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import {
  libraryViewListSchema,
  libraryViewSchema,
  type LibraryView,
  type SaveLibraryView,
} from '@/lib/assets/library-view'
import { SaveViewDialog } from './save-view-dialog'
import type { LibraryState } from './use-library-query'

const VIEWS_KEY = ['library-views']

/** Views that the workspace keeps by name; every view is also its own address. */
export function SavedViews({ state, canEdit }: { state: LibraryState; canEdit: boolean }) {
  const [isSaving, setIsSaving] = useState(false)
  const { views, save, remove } = useLibraryViews()
  const current = views.find(({ query }) => isSame(query, state.query))
  const copyLink = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => toast('The link to this view is copied'),
      () => toast.error('The link could not be copied. Copy it from the address bar.'),
    )
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button icon={<Bookmark aria-hidden />} className="max-w-44">
            <span className="truncate">{current?.name ?? 'Views'}</span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent className="w-64">
          <DropdownMenuLabel>
            {views.length === 0 ? 'No views are saved yet' : 'Saved views'}
          </DropdownMenuLabel>
          {views.map((view) => (
            <DropdownMenuItem
              key={view.id}
              icon={<Bookmark aria-hidden />}
              onSelect={() => state.apply(view.query)}
            >
              {view.name}
            </DropdownMenuItem>
          ))}
          <DropdownMenuSeparator />
          {canEdit && (
            <DropdownMenuItem
              icon={<BookmarkPlus aria-hidden />}
              onSelect={() => setIsSaving(true)}
            >
              Save this view…
            </DropdownMenuItem>
          )}
          <DropdownMenuItem icon={<Link2 aria-hidden />} onSelect={() => void copyLink()}>
            Copy the link to it
          </DropdownMenuItem>
          {canEdit && current && (
            <DropdownMenuItem
              danger
              icon={<Trash2 aria-hidden />}
              onSelect={() => remove.mutate(current)}
            >
              Remove “{current.name}”
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <SaveViewDialog
        open={isSaving}
        onOpenChange={setIsSaving}
        onSave={(name) => save.mutateAsync({ name, query: state.query })}
      />
    </>
  )
}

function useLibraryViews() {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: VIEWS_KEY })
  const { data } = useQuery({
    queryKey: VIEWS_KEY,
    queryFn: ({ signal }) => requestApi('/api/v1/library-views', libraryViewListSchema, { signal }),
  })
  const save = useMutation({
    mutationFn: (body: SaveLibraryView) =>
      requestApi('/api/v1/library-views', libraryViewSchema, { method: 'POST', body }),
    onSuccess: ({ name }) => void toast.success(`Saved as “${name}”`),
    // The dialog shows the refusal itself.
    onError: () => undefined,
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: ({ id }: LibraryView) =>
      requestApi(`/api/v1/library-views/${id}`, z.object({ id: z.string() }), { method: 'DELETE' }),
    onSuccess: (_, { name, query }) => {
      const action = { label: 'Undo', onClick: () => save.mutate({ name, query }) }
      toast(`Removed “${name}”`, { action })
    },
    onSettled: refresh,
  })
  return { views: data?.items ?? [], save, remove }
}

function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right)
}

/** The same text for the same view, whatever the order of its parts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

'use client'

import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  Columns2,
  Send,
  SlidersVertical,
  Tag,
} from 'lucide-react'
import { useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { AssetFilter } from '@/lib/assets/asset-filter'
import type { BulkChange } from '@/lib/assets/bulk-change'
import { BulkSetForm } from './bulk-set-form'
import { BulkTagForm } from './bulk-tag-form'
import type { Selection } from './selection'
import { toTargets, useBulkChange } from './use-bulk-change'

interface BulkActionsProps {
  selection: Selection
  filter: AssetFilter
  knownTags: readonly string[]
  onClear: () => void
  onCompare: (ids: string[]) => void
}

/** What can be done with everything that is selected. */
export function BulkActions({
  selection,
  filter,
  knownTags,
  onClear,
  onCompare,
}: BulkActionsProps) {
  const { canApprove } = useAssetPermissions()
  const { change, isPending } = useBulkChange()
  const [open, setOpen] = useState<'tag' | 'set' | null>(null)
  const run = (wanted: BulkChange['change'], done: string, keeps = false) => {
    setOpen(null)
    change({ targets: toTargets(selection, filter), change: wanted, done })
    if (!keeps) onClear()
  }
  const move = (action: 'submit' | 'approve' | 'archive' | 'restore', done: string) =>
    run({ kind: 'state', action }, done)
  const ids = selection.kind === 'some' ? [...selection.ids] : []
  // In the archive there is nothing but to bring back; elsewhere nothing to bring back.
  const isArchive = filter.state?.length === 1 && filter.state[0] === 'archived'
  const only = (name: 'tag' | 'set') => (isOpen: boolean) => setOpen(isOpen ? name : null)
  return (
    <>
      <Popover open={open === 'tag'} onOpenChange={only('tag')}>
        <PopoverTrigger asChild>
          <Button size="sm" icon={<Tag aria-hidden />} disabled={isPending}>
            Tag
          </Button>
        </PopoverTrigger>
        <PopoverContent side="top" aria-label="Tag the selected assets">
          <BulkTagForm knownTags={knownTags} onTag={(wanted, done) => run(wanted, done, true)} />
        </PopoverContent>
      </Popover>
      <Popover open={open === 'set'} onOpenChange={only('set')}>
        <PopoverTrigger asChild>
          <Button size="sm" icon={<SlidersVertical aria-hidden />} disabled={isPending}>
            Set…
          </Button>
        </PopoverTrigger>
        <PopoverContent side="top" className="w-80" aria-label="Set fields of the selected assets">
          <BulkSetForm onSet={(wanted, done) => run(wanted, done, true)} />
        </PopoverContent>
      </Popover>
      {ids.length >= 2 && ids.length <= 4 && (
        <Button size="sm" icon={<Columns2 aria-hidden />} onClick={() => onCompare(ids)}>
          Compare
        </Button>
      )}
      {isArchive ? (
        <Button
          size="sm"
          icon={<ArchiveRestore aria-hidden />}
          disabled={isPending}
          onClick={() => move('restore', 'Restored')}
        >
          Restore
        </Button>
      ) : (
        <>
          <Button
            size="sm"
            icon={<Archive aria-hidden />}
            disabled={isPending}
            onClick={() => move('archive', 'Archived')}
          >
            Archive
          </Button>
          <Button
            size="sm"
            icon={<Send aria-hidden />}
            disabled={isPending}
            onClick={() => move('submit', 'Submitted for review')}
          >
            Submit
          </Button>
          {canApprove && (
            <Button
              size="sm"
              variant="primary"
              icon={<CircleCheck aria-hidden />}
              disabled={isPending}
              onClick={() => move('approve', 'Approved')}
            >
              Approve
            </Button>
          )}
        </>
      )}
    </>
  )
}

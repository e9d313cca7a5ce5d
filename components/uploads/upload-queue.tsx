'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { UploadItem } from './upload-item'
import { groupOf, KIND_OPTIONS, summariseItems } from './upload-item'
import type { UploadManager } from './upload-manager'
import type { UploadsState } from './upload-store'
import { UploadProgress } from './upload-progress'
import { UploadRow } from './upload-row'

type Shown = 'all' | 'working' | 'attention' | 'done'
const ROW_PX = 64

/** Every file of the tab's uploads with its state; as many as there are, only what is seen is drawn. */
export function UploadQueue({ manager, state }: { manager: UploadManager; state: UploadsState }) {
  const { items } = state
  const [shown, setShown] = useState<Shown>('all')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const summary = useMemo(() => summariseItems(items), [items])
  const visible = useMemo(
    () => (shown === 'all' ? items : items.filter((item) => groupOf(item) === shown)),
    [items, shown],
  )
  const chosen = visible.filter(({ server }) => selected.has(server.id))
  const ids = (list: readonly UploadItem[]) => list.map(({ server }) => server.id)
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(selected)
    if (isOn) next.add(id)
    else next.delete(id)
    setSelected(next)
  }
  if (items.length === 0 && state.refused.length === 0) {
    return (
      <Card>
        <EmptyState
          title="Nothing is being uploaded"
          body="What you add appears here, with its progress and what became of it."
        />
      </Card>
    )
  }
  return (
    <Card flush>
      <div className="border-border space-y-3 border-b p-4">
        <UploadProgress summary={summary} startedAtMs={state.startedAtMs} />
        {state.refused.length > 0 && (
          <Callout tone="warning" title={describeRefused(state.refused.length)}>
            {state.refused
              .slice(0, 3)
              .map(({ fileName, reason }) => `${fileName}: ${reason}`)
              .join(' ')}
          </Callout>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Segmented
            aria-label="Which files"
            value={shown}
            onValueChange={setShown}
            options={[
              { value: 'all', label: `All ${summary.files}` },
              { value: 'working', label: `Under way ${summary.working}` },
              { value: 'attention', label: `To look at ${summary.attention}` },
              { value: 'done', label: `Done ${summary.done}` },
            ]}
          />
          <span className="flex-1" />
          {summary.working > 0 ? (
            <Button size="sm" onClick={() => void manager.cancel(ids(items))}>
              Stop all
            </Button>
          ) : (
            <Button size="sm" variant="ghost" onClick={() => void manager.clear()}>
              Clear this list
            </Button>
          )}
          <RetryAll manager={manager} items={items} />
        </div>
        <div className="flex min-h-8 flex-wrap items-center gap-3">
          <Checkbox
            checked={
              chosen.length === 0 ? false : chosen.length === visible.length || 'indeterminate'
            }
            onCheckedChange={(isOn) => setSelected(isOn ? new Set(ids(visible)) : new Set())}
            label={chosen.length > 0 ? `${chosen.length} chosen` : 'Choose all'}
          />
          {chosen.length > 0 && (
            <>
              <Select
                aria-label="Make the chosen files"
                placeholder="They are…"
                className="w-40"
                options={KIND_OPTIONS}
                value=""
                onValueChange={(kind) => void manager.setKind(ids(chosen), kind)}
              />
              <Button size="sm" onClick={() => void manager.cancel(ids(chosen))}>
                Stop
              </Button>
              <Button size="sm" onClick={() => void manager.retry(ids(chosen))}>
                Try again
              </Button>
            </>
          )}
        </div>
      </div>
      <FileList items={visible} selected={selected} onToggle={toggle} manager={manager} />
    </Card>
  )
}

function RetryAll({ manager, items }: { manager: UploadManager; items: readonly UploadItem[] }) {
  const failed = items.filter(({ server }) => server.state === 'failed' && server.canRetry)
  if (failed.length === 0) return null
  return (
    <Button size="sm" onClick={() => void manager.retry(failed.map(({ server }) => server.id))}>
      {failed.length === 1 ? 'Try the failed one again' : `Try ${failed.length} again`}
    </Button>
  )
}

function FileList({
  items,
  selected,
  onToggle,
  manager,
}: {
  items: readonly UploadItem[]
  selected: ReadonlySet<string>
  onToggle: (id: string, isOn: boolean) => void
  manager: UploadManager
}) {
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are meant to be read at each render
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (index) => items[index]?.server.id ?? index,
  })
  if (items.length === 0) {
    return <p className="text-muted p-6 text-center text-sm">No file is in this state.</p>
  }
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label={`Files, ${items.length}`}
      className="max-h-[36rem] overflow-y-auto"
    >
      <ul style={{ height: virtualizer.getTotalSize() }} className="relative">
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <li
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="border-border absolute inset-x-0 border-b"
              style={{ transform: `translateY(${start}px)` }}
            >
              <UploadRow
                item={item}
                isSelected={selected.has(item.server.id)}
                onToggle={onToggle}
                manager={manager}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function describeRefused(count: number): string {
  return count === 1 ? 'One file was not added' : `${count} files were not added`
}

'use client'

import { ArrowLeft, Inbox } from 'lucide-react'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useAssetPermissions } from '@/components/assets/asset-permissions'
import { BulkBar } from '@/components/ui/bulk-bar'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Kbd } from '@/components/ui/kbd'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/skeleton'
import { type ReviewBox, reviewBoxSchema } from '@/lib/approvals/review-api'
import { type ApprovalTerms, FOR_GOOD_EVERYWHERE, toApprovalBody } from './approval-terms'
import { DecisionDialog, type WordyDecision } from './decision-dialog'
import { InboxList, rowId } from './inbox-list'
import { ReviewPanel } from './review-panel'
import { useDecide } from './use-decide'
import { useInbox, useReviewCounts } from './use-inbox'

const BOXES: Readonly<Record<ReviewBox, { label: string; empty: string; next: string }>> = {
  waiting: {
    label: 'Waits for me',
    empty: 'Nothing waits for you',
    next: 'What others send to review and you may approve appears here. Your own work waits for somebody else.',
  },
  submitted: {
    label: 'Sent by me',
    empty: 'Nothing of yours is in review',
    next: 'Open a draft in the library and send it to review, or select many and submit them at once.',
  },
  returned: {
    label: 'Came back',
    empty: 'Nothing has come back to you',
    next: 'What somebody asked you to change, or rejected, appears here with their words.',
  },
}

/** What waits for an answer, what one waits for, and what came back. */
export function ReviewInbox() {
  const { canApprove } = useAssetPermissions()
  const [{ box, asset: wantedId }, setParams] = useQueryStates({
    box: parseAsStringLiteral(reviewBoxSchema.options).withDefault('waiting'),
    asset: parseAsString.withDefault(''),
  })
  const query = useInbox(box)
  const counts = useReviewCounts()
  const { assets } = query
  const place = assets.findIndex(({ id }) => id === wantedId)
  // On wide screens the first one is open from the start.
  const shown = assets[Math.max(0, place)]
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [terms, setTerms] = useState(FOR_GOOD_EVERYWHERE)
  const [saying, setSaying] = useState<{ decision: WordyDecision; ids: string[] } | null>(null)
  const moved = useRef(false)
  // After what was opened is drawn: on a phone it takes the place of the list.
  useEffect(() => {
    if (moved.current && wantedId !== '') focusRow(wantedId)
    moved.current = false
  }, [wantedId])
  const open = (id: string) => {
    moved.current = true
    // What was set for one asset is not meant for the next.
    setTerms(FOR_GOOD_EVERYWHERE)
    void setParams({ asset: id })
  }

  const decide = useDecide((changedIds) => {
    setSaying(null)
    setSelected(new Set())
    setTerms(FOR_GOOD_EVERYWHERE)
    if (!shown || !changedIds.includes(shown.id)) return
    const next = assets.slice(assets.indexOf(shown) + 1).find(({ id }) => !changedIds.includes(id))
    if (next && isPanelInSight()) open(next.id)
    else void setParams({ asset: '' })
  })
  const approve = (assetIds: string[], wanted: ApprovalTerms) =>
    decide.mutate({ action: 'approve', assetIds, ...toApprovalBody(wanted) })
  const canDecide = canApprove && box === 'waiting'

  const step = (by: number) => {
    const next = assets[(shown ? assets.indexOf(shown) : 0) + by]
    if (!next) return
    open(next.id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    // What floats above (the terms of an approval) has keys of its own.
    if (!(target instanceof Element) || !event.currentTarget.contains(target)) return
    const isTyping = target.closest('input, textarea, [role=slider]') !== null
    if (isTyping || event.metaKey || event.ctrlKey || event.altKey || !shown || saying) return
    if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else if (!isPanelInSight()) return
    else if (canDecide && !decide.isPending && event.key === 'a') approve([shown.id], terms)
    else if (canDecide && event.key === 'c') say('request_changes', [shown.id])
    else if (canDecide && event.key === 'r') say('reject', [shown.id])
    else return
    event.preventDefault()
  }
  const say = (decision: WordyDecision, ids: string[]) => setSaying({ decision, ids })
  // Some may have been answered by others meanwhile.
  const chosen = assets.flatMap(({ id }) => (selected.has(id) ? [id] : []))

  return (
    // Keys work while something in here has the focus: WCAG 2.1.4.
    <div className="space-y-4" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          aria-label="Which assets"
          value={box}
          onValueChange={(next) => {
            setSelected(new Set())
            void setParams({ box: next, asset: '' })
          }}
          options={reviewBoxSchema.options.map((value) => ({
            value,
            label: `${BOXES[value].label} ${counts.data?.[value] ?? ''}`.trim(),
          }))}
        />
        <p className="text-muted hidden items-center gap-1.5 text-xs lg:flex">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> next and previous
          {canDecide && (
            <>
              , <Kbd>A</Kbd> approve, <Kbd>C</Kbd> ask for changes, <Kbd>R</Kbd> reject
            </>
          )}
        </p>
      </div>
      {query.isError && assets.length === 0 ? (
        <ErrorState
          title="The inbox could not be loaded"
          body={query.error.message}
          onRetry={() => void query.refetch()}
        />
      ) : query.isPending ? (
        <div aria-busy className="space-y-3">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : !shown ? (
        <EmptyState
          icon={<Inbox />}
          title={BOXES[box].empty}
          body={BOXES[box].next}
          action={<ButtonLink href="/library">Go to the library</ButtonLink>}
        />
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <div className={cn(wantedId !== '' && 'hidden lg:block')}>
            <Card
              title={BOXES[box].label}
              flush
              actions={
                canDecide && (
                  <Checkbox
                    label="All shown"
                    checked={
                      chosen.length === assets.length || (chosen.length > 0 && 'indeterminate')
                    }
                    onCheckedChange={(isOn) =>
                      setSelected(new Set(isOn ? assets.map(({ id }) => id) : []))
                    }
                  />
                )
              }
            >
              <InboxList
                assets={assets}
                openId={shown.id}
                onOpen={open}
                selected={canDecide ? selected : null}
                onToggle={(id, isSelected) =>
                  setSelected((before) => toggle(before, id, isSelected))
                }
              />
              {query.hasNextPage && (
                <div className="border-border border-t p-3 text-center">
                  <Button
                    size="sm"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    Show more
                  </Button>
                </div>
              )}
            </Card>
            {chosen.length > 0 && (
              <BulkBar count={chosen.length} onClear={() => setSelected(new Set())}>
                <Button size="sm" onClick={() => say('reject', chosen)}>
                  Reject
                </Button>
                <Button size="sm" onClick={() => say('request_changes', chosen)}>
                  Ask for changes
                </Button>
                <Button
                  size="sm"
                  variant="primary"
                  loading={decide.isPending}
                  onClick={() => approve(chosen, FOR_GOOD_EVERYWHERE)}
                >
                  Approve
                </Button>
              </BulkBar>
            )}
          </div>
          <div
            id={PANEL_ID}
            tabIndex={-1}
            className={cn('min-w-0 space-y-3 outline-none', wantedId === '' && 'hidden lg:block')}
          >
            <Button
              size="sm"
              variant="ghost"
              className="lg:hidden"
              icon={<ArrowLeft aria-hidden />}
              onClick={() => void setParams({ asset: '' })}
            >
              All that is here
            </Button>
            <ReviewPanel
              key={shown.id}
              asset={shown}
              terms={terms}
              onTermsChange={setTerms}
              isPending={decide.isPending}
              onApprove={() => approve([shown.id], terms)}
              onSay={(decision) => say(decision, [shown.id])}
            />
          </div>
        </div>
      )}
      <DecisionDialog
        decision={saying?.decision ?? null}
        count={saying?.ids.length ?? 0}
        isPending={decide.isPending}
        onClose={() => setSaying(null)}
        onDecide={(action, comment) =>
          saying && decide.mutate({ action, comment, assetIds: saying.ids })
        }
      />
    </div>
  )
}

function toggle(before: ReadonlySet<string>, id: string, isSelected: boolean): Set<string> {
  const next = new Set(before)
  if (isSelected) next.add(id)
  else next.delete(id)
  return next
}

const PANEL_ID = 'inbox-panel'

/** On a phone it takes turns with the list. */
function isPanelInSight(): boolean {
  const panel = document.getElementById(PANEL_ID)
  return panel !== null && panel.offsetParent !== null
}

/** Its row, or what is shown in place of the list on a phone. */
function focusRow(assetId: string): void {
  const row = document.getElementById(rowId(assetId))
  const isHidden = row?.offsetParent === null
  ;(isHidden ? document.getElementById(PANEL_ID) : row)?.focus()
}

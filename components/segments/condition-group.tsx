'use client'

import { ListPlus, Plus, Users, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import type { Condition } from '@/lib/decision/condition'
import type { CatalogField } from '@/lib/segments/field-catalog'
import { ComparisonRow } from './comparison-row'
import {
  type ConditionGroup as Group,
  createComparison,
  type GroupMode,
  readGroup,
  readMembership,
  writeGroup,
  writeMembership,
} from './edit-condition'
import { MembershipRow, type SegmentChoice } from './membership-row'

interface ConditionGroupProps {
  group: Group
  /** 0 for the outermost group. */
  depth: number
  fields: readonly CatalogField[]
  segments: readonly SegmentChoice[] | undefined
  showIssues: boolean
  onChange: (condition: Condition) => void
  onRemove?: () => void
}

const MODES: { value: GroupMode; label: string }[] = [
  { value: 'all', label: 'All of these are true' },
  { value: 'any', label: 'At least one is true' },
  { value: 'none', label: 'None of these is true' },
  { value: 'notAll', label: 'Not all of these are true' },
]
const JOINERS: Record<GroupMode, string> = { all: 'and', any: 'or', none: 'nor', notAll: 'and' }
const MAX_DEPTH = 4
const MAX_PARTS = 50

export function ConditionGroup({
  group,
  depth,
  fields,
  segments,
  showIssues,
  onChange,
  onRemove,
}: ConditionGroupProps) {
  const parts = useRef<HTMLUListElement>(null)
  const mayFocusLast = useRef(false)
  const addButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!mayFocusLast.current) return
    mayFocusLast.current = false
    parts.current?.lastElementChild?.querySelector<HTMLElement>('button, input')?.focus()
  }, [group.of.length])

  const write = (of: readonly Condition[]) => onChange(writeGroup({ mode: group.mode, of }))
  const add = (condition: Condition) => {
    mayFocusLast.current = true
    write([...group.of, condition])
  }
  const remove = (index: number) => {
    write(group.of.filter((_, other) => other !== index))
    addButton.current?.focus()
  }
  const [firstField] = fields
  const isFull = group.of.length >= MAX_PARTS

  return (
    <div
      role="group"
      aria-label={depth === 0 ? 'Conditions' : 'Group of conditions'}
      className={cn(
        'min-w-0 space-y-2',
        depth > 0 && 'border-border bg-subtle/50 rounded-md border p-2',
      )}
    >
      <div className="flex items-center gap-1">
        <Select
          aria-label="How these conditions combine"
          options={MODES}
          value={group.mode}
          onValueChange={(mode) => onChange(writeGroup({ mode, of: group.of }))}
          className="w-auto max-w-full font-medium"
        />
        {onRemove && (
          <span className="ml-auto">
            <IconButton label="Remove this group" onClick={onRemove}>
              <X aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
      {group.of.length > 0 && (
        <ul ref={parts} className="space-y-2">
          {group.of.map((part, index) => (
            <li key={index} className="flex min-w-0 gap-2 max-sm:flex-col max-sm:gap-1">
              <span
                aria-hidden
                className="text-muted w-7 shrink-0 text-right text-xs leading-8 max-sm:text-left max-sm:leading-4 pointer-coarse:leading-10"
              >
                {index === 0 ? '' : JOINERS[group.mode]}
              </span>
              <div className="min-w-0 flex-1">
                <ConditionPart
                  condition={part}
                  depth={depth + 1}
                  fields={fields}
                  segments={segments}
                  showIssues={showIssues}
                  onChange={(next) =>
                    write(group.of.map((other, at) => (at === index ? next : other)))
                  }
                  onRemove={() => remove(index)}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      {showIssues && group.of.length === 0 && (
        <p className="text-danger text-xs">Add at least one condition.</p>
      )}
      <div className="flex flex-wrap gap-1 sm:pl-9">
        {firstField && (
          <Button
            ref={addButton}
            size="sm"
            icon={<Plus aria-hidden />}
            disabled={isFull}
            onClick={() => add(createComparison(firstField))}
          >
            Add condition
          </Button>
        )}
        {segments && segments.length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Users aria-hidden />}
            disabled={isFull}
            onClick={() => add({ kind: 'segment', segmentId: '' })}
          >
            Add segment
          </Button>
        )}
        {firstField && depth < MAX_DEPTH && (
          <Button
            size="sm"
            variant="ghost"
            icon={<ListPlus aria-hidden />}
            disabled={isFull}
            onClick={() =>
              add(
                writeGroup({
                  mode: group.mode === 'all' ? 'any' : 'all',
                  of: [createComparison(firstField)],
                }),
              )
            }
          >
            Add group
          </Button>
        )}
      </div>
    </div>
  )
}

type ConditionPartProps = Omit<ConditionGroupProps, 'group'> & {
  condition: Condition
  onRemove: () => void
}

function ConditionPart({ condition, ...props }: ConditionPartProps) {
  const { fields, segments, showIssues, onChange, onRemove } = props
  const membership = readMembership(condition)
  if (membership) {
    return (
      <MembershipRow
        membership={membership}
        segments={segments ?? []}
        showIssues={showIssues}
        onChange={({ segmentId, isIn }) => onChange(writeMembership(segmentId, isIn))}
        onRemove={onRemove}
      />
    )
  }
  if (condition.kind === 'compare') {
    return (
      <ComparisonRow
        comparison={condition}
        fields={fields}
        showIssues={showIssues}
        onChange={onChange}
        onRemove={onRemove}
      />
    )
  }
  return <ConditionGroup group={readGroup(condition)} {...props} />
}

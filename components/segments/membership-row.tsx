'use client'

import { Combobox } from '@/components/ui/combobox'
import { Select } from '@/components/ui/select'
import { ConditionRow } from './condition-row'

export interface SegmentChoice {
  id: string
  name: string
}

interface MembershipRowProps {
  membership: { segmentId: string; isIn: boolean }
  segments: readonly SegmentChoice[]
  showIssues: boolean
  onChange: (membership: { segmentId: string; isIn: boolean }) => void
  onRemove: () => void
}

const MEMBERSHIPS = [
  { value: 'in', label: 'is in' },
  { value: 'out', label: 'is not in' },
]

export function MembershipRow({
  membership,
  segments,
  showIssues,
  onChange,
  onRemove,
}: MembershipRowProps) {
  const { segmentId, isIn } = membership
  const isKnown = segments.some(({ id }) => id === segmentId)
  const options = segments.map(({ id, name }) => ({ value: id, label: name }))
  if (segmentId !== '' && !isKnown) {
    options.unshift({ value: segmentId, label: 'A segment that is gone' })
  }
  return (
    <ConditionRow
      name="the condition on a segment"
      issue={showIssues && segmentId === '' ? 'Choose a segment' : null}
      onRemove={onRemove}
    >
      <span className="flex h-8 items-center px-2.5 text-sm pointer-coarse:h-10">The viewer</span>
      <Select
        aria-label="Membership"
        options={MEMBERSHIPS}
        value={isIn ? 'in' : 'out'}
        onValueChange={(next) => onChange({ segmentId, isIn: next === 'in' })}
      />
      <Combobox
        aria-label="Segment"
        placeholder="Choose a segment…"
        options={options}
        value={segmentId === '' ? null : segmentId}
        onValueChange={(next) => onChange({ segmentId: next, isIn })}
      />
    </ConditionRow>
  )
}

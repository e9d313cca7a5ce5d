'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { Constraint } from '@/lib/decision/constraint'
import { listElements, pairKey, readMember } from './new-pair'

interface PairEditorProps {
  slots: readonly DraftSlot[]
  pairs: readonly Constraint[]
  isSaving: boolean
  refusal: ReactNode
  onSave: (pair: Constraint) => void
}

const KINDS = [
  { value: 'never', label: 'Never with', description: 'No ad holds both' },
  { value: 'together', label: 'Always with', description: 'Each is shown only with the other' },
] as const

export function PairEditor({ slots, pairs, isSaving, refusal, onSave }: PairEditorProps) {
  const [kind, setKind] = useState<Constraint['kind']>('never')
  const [first, setFirst] = useState<string | null>(null)
  const [second, setSecond] = useState<string | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const members = first !== null && second !== null && pairOf(first, second)
  const isKnown = members && pairs.some((pair) => pairKey(pair) === pairKey(members))

  const save = () => {
    setHasTried(true)
    if (members && !isKnown) onSave({ kind, ...members })
  }
  const chooseFirst = (next: string) => {
    setFirst(next)
    if (second !== null && readMember(second).slot === readMember(next).slot) setSecond(null)
  }
  return (
    <DialogContent
      title="New pair"
      description="Holds in every ad, for every viewer."
      footer={
        <Button variant="primary" loading={isSaving} onClick={save}>
          Add the pair
        </Button>
      }
    >
      <div className="space-y-4">
        {refusal}
        <Field
          label="This element"
          error={hasTried && first === null ? 'Choose an element' : undefined}
        >
          <Combobox
            value={first}
            onValueChange={chooseFirst}
            options={listElements(slots, undefined)}
            searchPlaceholder="Find an element"
            emptyText="No element is called that."
          />
        </Field>
        <Field label="Is shown" group>
          <RadioGroup appearance="cards" value={kind} onValueChange={setKind} options={KINDS} />
        </Field>
        <Field
          label="That element"
          hint="Of another slot."
          error={secondIssue(hasTried, second, isKnown)}
        >
          <Combobox
            value={second}
            onValueChange={setSecond}
            options={listElements(slots, first === null ? undefined : readMember(first).slot)}
            searchPlaceholder="Find an element"
            emptyText="No element is called that."
          />
        </Field>
      </div>
    </DialogContent>
  )
}

function pairOf(first: string, second: string): Pick<Constraint, 'first' | 'second'> | false {
  const pair = { first: readMember(first), second: readMember(second) }
  return pair.first.slot !== pair.second.slot && pair
}

function secondIssue(
  hasTried: boolean,
  second: string | null,
  isKnown: boolean,
): string | undefined {
  if (isKnown) return 'These two are a pair already. Delete that one first.'
  return hasTried && second === null ? 'Choose an element of another slot' : undefined
}

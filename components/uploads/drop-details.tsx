'use client'

import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { Select } from '@/components/ui/select'
import type { PictureKind } from '@/lib/assets/asset'
import { COMMON_LOCALES, nameLocale } from '@/lib/assets/locale'
import { COUNTRY_CODES, nameCountry } from '@/lib/assets/market'
import type { UploadDefaults } from '@/lib/uploads/upload'
import { KIND_OPTIONS } from './upload-item'

export type KindChoice = PictureKind | 'guess'

interface DropDetailsProps {
  defaults: UploadDefaults
  onDefaultsChange: (defaults: UploadDefaults) => void
  kind: KindChoice
  onKindChange: (kind: KindChoice) => void
}

const KINDS: readonly { value: KindChoice; label: string }[] = [
  { value: 'guess', label: 'Tell from name and shape' },
  ...KIND_OPTIONS,
]
const LOCALES = COMMON_LOCALES.map((value) => ({ value, label: nameLocale(value) }))
const COUNTRIES = COUNTRY_CODES.map((value) => ({ value, label: nameCountry(value) })).toSorted(
  (a, b) => a.label.localeCompare(b.label),
)

/** What holds for every file that is added from now on; each asset can be changed later. */
export function DropDetails({ defaults, onDefaultsChange, kind, onKindChange }: DropDetailsProps) {
  const set = (next: Partial<UploadDefaults>) => onDefaultsChange({ ...defaults, ...next })
  const isReversed =
    defaults.rightsStartAt !== null &&
    defaults.rightsEndAt !== null &&
    defaults.rightsEndAt <= defaults.rightsStartAt
  return (
    <Card
      title="For all files you add"
      description="Set it first; each asset can be changed later."
    >
      <div className="space-y-3">
        <Field label="Pictures are">
          <Select options={KINDS} value={kind} onValueChange={onKindChange} />
        </Field>
        <Field label="Language">
          <Select
            options={LOCALES}
            value={defaults.locale}
            onValueChange={(locale) => set({ locale })}
          />
        </Field>
        <Field label="Markets" optional hint="Everywhere when left empty.">
          <MultiSelect
            options={COUNTRIES}
            value={defaults.markets}
            onValueChange={(markets) => set({ markets })}
            placeholder="Everywhere"
          />
        </Field>
        <Field label="Tags" optional>
          <MultiSelect
            options={defaults.tags.map((tag) => ({ value: tag, label: tag }))}
            value={defaults.tags}
            onValueChange={(tags) => set({ tags })}
            onCreate={(tag) => set({ tags: [...new Set([...defaults.tags, tag.toLowerCase()])] })}
            placeholder="Add tags…"
            emptyText="Type a tag and press Enter."
          />
        </Field>
        <Field label="Alternative text" optional hint="{name} stands for the name of the file.">
          <Input
            value={defaults.altText}
            maxLength={250}
            onChange={({ target }) => set({ altText: target.value })}
          />
        </Field>
        <Field label="Source" optional hint="Agency, photographer, stock library, licence.">
          <Input
            value={defaults.source}
            maxLength={200}
            onChange={({ target }) => set({ source: target.value })}
          />
        </Field>
        <div className="grid grid-cols-2 gap-2">
          <Field label="Rights from" optional>
            <Input
              type="date"
              value={toDay(defaults.rightsStartAt)}
              onChange={({ target }) => set({ rightsStartAt: toMoment(target.value) })}
            />
          </Field>
          <Field
            label="Rights until"
            optional
            error={isReversed ? 'Before they begin.' : undefined}
          >
            <Input
              type="date"
              value={toDay(defaults.rightsEndAt)}
              onChange={({ target }) => set({ rightsEndAt: toMoment(target.value) })}
            />
          </Field>
        </div>
      </div>
    </Card>
  )
}

function toDay(moment: string | null): string {
  return moment?.slice(0, 10) ?? ''
}

/** Midnight of the day in UTC, as rights are agreed by days. */
function toMoment(day: string): string | null {
  return day === '' ? null : `${day}T00:00:00.000Z`
}

'use client'

import { Field } from '@/components/ui/field'
import { MultiSelect } from '@/components/ui/multi-select'
import type { Option } from '@/components/ui/option'
import { Select } from '@/components/ui/select'
import { labelSlot } from '@/lib/assets/label-slot'
import { type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import { nameElement } from '@/lib/gallery/resolve-filter'
import type { GalleryUrl, SetGalleryUrl } from './use-gallery'

interface GalleryFiltersProps {
  snapshot: Snapshot
  sizes: readonly AdSize[]
  size: AdSize
  locales: readonly string[]
  /** Null while nothing is learnt. */
  hasChances: boolean
  /** How many findings the rendered check has for this size; null before it ran. */
  findings: number | null
  url: GalleryUrl
  onChange: SetGalleryUrl
}

const EVERYBODY = 'everybody'
const ANY = 'any'

export function GalleryFilters({
  snapshot,
  sizes,
  size,
  locales,
  hasChances,
  findings,
  url,
  onChange,
}: GalleryFiltersProps) {
  const elements = snapshot.slots.flatMap(({ key, kind, assetIds }) =>
    assetIds.map((id) => ({
      value: nameElement(key, id),
      label: snapshot.assets[id]?.name ?? id,
      group: labelSlot(key, kind),
    })),
  )
  const change: SetGalleryUrl = (next) => onChange({ page: 1, ...next })
  const states: Option<'all' | 'findings'>[] = [
    { value: 'all', label: 'All' },
    { value: 'findings', label: `With findings${findings === null ? '' : ` (${findings})`}` },
  ]
  const segments = [
    { value: EVERYBODY, label: 'Everybody' },
    ...snapshot.segments.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3 xl:grid-cols-4">
      <Field label="Size">
        <Select
          value={size}
          options={sizes.map((value) => ({ value, label: labelAdSize(value) }))}
          onValueChange={(next) => change({ size: next })}
        />
      </Field>
      <Field label="Can be seen by">
        <Select
          value={url.segment ?? EVERYBODY}
          options={segments}
          onValueChange={(next) => change({ segment: next === EVERYBODY ? null : next })}
        />
      </Field>
      <Field label="With">
        <MultiSelect
          value={url.only}
          options={elements}
          placeholder="Any element"
          onValueChange={(only) => change({ only })}
        />
      </Field>
      <Field label="Without">
        <MultiSelect
          value={url.without}
          options={elements}
          placeholder="No element"
          onValueChange={(without) => change({ without })}
        />
      </Field>
      {(locales.length > 1 || url.locale) && (
        <Field label="Locale of the texts">
          <Select
            value={url.locale ?? ANY}
            options={[
              { value: ANY, label: 'Any' },
              ...locales.map((value) => ({ value, label: value })),
            ]}
            onValueChange={(next) => change({ locale: next === ANY ? null : next })}
          />
        </Field>
      )}
      <Field label="State">
        <Select
          value={url.findings ? 'findings' : 'all'}
          options={states}
          onValueChange={(next) => change({ findings: next === 'findings' })}
        />
      </Field>
      <Field label="Order">
        <Select
          value={hasChances ? url.sort : 'order'}
          options={[
            { value: 'order', label: 'By slots' },
            { value: 'chance', label: 'Likeliest first', disabled: !hasChances },
          ]}
          onValueChange={(sort) => change({ sort })}
        />
      </Field>
      <Field label="Made from">
        <Select
          value={url.source}
          options={[
            { value: 'draft', label: 'The draft' },
            { value: 'published', label: 'What is published' },
          ]}
          onValueChange={(source) => change({ source })}
        />
      </Field>
    </div>
  )
}

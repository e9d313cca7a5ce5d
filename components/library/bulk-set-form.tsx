'use client'

import { useState } from 'react'
import { LocaleField, MarketsField } from '@/components/assets/place-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { endOfDay, startOfDay } from '@/components/assets/rights-days'
import type { FieldsChange } from '@/lib/assets/bulk-change'

const WHAT = [
  { value: 'markets' as const, label: 'Markets' },
  { value: 'locale' as const, label: 'Language' },
  { value: 'rights' as const, label: 'Usage rights' },
  { value: 'source' as const, label: 'Source' },
]
type What = (typeof WHAT)[number]['value']

/** One field, set the same for all that is selected. */
export function BulkSetForm({ onSet }: { onSet: (change: FieldsChange, done: string) => void }) {
  const [what, setWhat] = useState<What>('markets')
  const [markets, setMarkets] = useState<string[]>([])
  const [locale, setLocale] = useState('en')
  const [source, setSource] = useState('')
  const [days, setDays] = useState({ from: '', until: '' })
  const isTurned = days.from !== '' && days.until !== '' && days.from > days.until
  const fields: Record<What, Omit<Extract<FieldsChange, { kind: 'set' }>, 'kind'>> = {
    markets: { markets },
    locale: { locale },
    source: { source },
    rights: { rightsStartAt: startOfDay(days.from), rightsEndAt: endOfDay(days.until) },
  }
  const label = WHAT.find(({ value }) => value === what)?.label ?? ''
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSet({ kind: 'set', ...fields[what] }, `${label} set`)
      }}
    >
      <Field label="What to set">
        <Select value={what} onValueChange={setWhat} options={WHAT} />
      </Field>
      {what === 'markets' && <MarketsField value={markets} onValueChange={setMarkets} />}
      {what === 'locale' && (
        <LocaleField
          value={locale}
          onValueChange={setLocale}
          hint="Another language is another content: what is approved has to be approved again."
        />
      )}
      {what === 'source' && (
        <Field label="Source" hint="Agency, photographer, stock library">
          <Input
            value={source}
            maxLength={200}
            onChange={(event) => setSource(event.target.value)}
          />
        </Field>
      )}
      {what === 'rights' && (
        <div className="grid grid-cols-2 gap-2">
          <Field label="From" hint="Empty: no beginning">
            <Input
              type="date"
              value={days.from}
              onChange={(event) => setDays({ ...days, from: event.target.value })}
            />
          </Field>
          <Field
            label="Last day"
            hint="Empty: for good"
            error={isTurned ? 'Before it begins' : undefined}
          >
            <Input
              type="date"
              value={days.until}
              onChange={(event) => setDays({ ...days, until: event.target.value })}
            />
          </Field>
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" size="sm" variant="primary" disabled={isTurned}>
          Set for all selected
        </Button>
      </div>
    </form>
  )
}

'use client'

import { SlidersHorizontal } from 'lucide-react'
import { MarketsField } from '@/components/assets/place-fields'
import { endOfDay } from '@/components/assets/rights-days'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { EVERYWHERE } from '@/lib/approvals/market'

/** Where an approval holds, everywhere when empty, and its last day, for good when empty. */
export interface ApprovalTerms {
  readonly markets: readonly string[]
  readonly lastDay: string
}

export const FOR_GOOD_EVERYWHERE: ApprovalTerms = { markets: [], lastDay: '' }

/** As the API takes them. */
export function toApprovalBody({ markets, lastDay }: ApprovalTerms) {
  return {
    markets: markets.length > 0 ? [...markets] : [EVERYWHERE],
    expiresAt: endOfDay(lastDay),
  }
}

interface ApprovalTermsFieldProps {
  terms: ApprovalTerms
  onTermsChange: (terms: ApprovalTerms) => void
}

/** The small print of an approval, out of the way until somebody wants it. */
export function ApprovalTermsField({ terms, onTermsChange }: ApprovalTermsFieldProps) {
  const { markets, lastDay } = terms
  const where = markets.length === 0 ? 'everywhere' : `in ${markets.join(', ')}`
  const until = lastDay === '' ? 'for good' : `until ${lastDay}`
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size="sm" variant="ghost" icon={<SlidersHorizontal aria-hidden />}>
          Holds {where}, {until}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Where and how long the approval holds" className="space-y-3">
        <MarketsField
          value={markets}
          onValueChange={(next) => onTermsChange({ ...terms, markets: next })}
        />
        <Field label="Last day" hint="Empty: for good">
          <Input
            type="date"
            value={lastDay}
            onChange={({ target }) => onTermsChange({ ...terms, lastDay: target.value })}
          />
        </Field>
      </PopoverContent>
    </Popover>
  )
}

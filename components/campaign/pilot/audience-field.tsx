import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { describeCondition } from '@/lib/rules/describe-condition'
import { Anchor } from './anchor'

interface AudienceFieldProps {
  segments: CampaignDetail['segments']
  segmentIds: readonly string[]
  issue: string | undefined
  onChange: (segmentIds: string[]) => void
}

/** Everybody, or the viewers of some of the campaign's segments. */
export function AudienceField({ segments, segmentIds, issue, onChange }: AudienceFieldProps) {
  const [wantsSome, setWantsSome] = useState(false)
  const isSome = segmentIds.length > 0 || wantsSome
  return (
    <Anchor id="segmentIds" className="space-y-3">
      <Field label="Who takes part" group error={issue}>
        <RadioGroup
          appearance="cards"
          value={isSome ? 'some' : 'everybody'}
          onValueChange={(value) => {
            setWantsSome(value === 'some')
            if (value === 'everybody') onChange([])
          }}
          options={[
            {
              value: 'everybody',
              label: 'Everybody',
              description: 'Every viewer of its placements',
            },
            {
              value: 'some',
              label: 'Only some segments',
              description:
                segments.length > 0
                  ? 'All others see the static ad'
                  : 'Choose segments in step 3 first',
              disabled: segments.length === 0,
            },
          ]}
        />
      </Field>
      {isSome && (
        <ul className="border-border divide-border divide-y rounded-lg border">
          {segments.map(({ id, name, condition }) => (
            <li key={id} className="px-3 py-2">
              <Checkbox
                label={name}
                description={`When ${describeCondition(condition, segments)}`}
                checked={segmentIds.includes(id)}
                onCheckedChange={(isChosen) =>
                  onChange(
                    isChosen ? [...segmentIds, id] : segmentIds.filter((other) => other !== id),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      {isSome && segmentIds.length === 0 && (
        <p className="text-muted text-xs">With none chosen, everybody takes part.</p>
      )}
    </Anchor>
  )
}

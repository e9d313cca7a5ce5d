import { labelSlot } from '@/lib/assets/label-slot'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { Slider } from '@/components/ui/slider'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { RuleEffect } from '@/lib/decision/snapshot'
import { ElementPicker } from './element-picker'
import { changeEffectKind } from './new-rule'

interface EffectFieldsProps {
  slots: readonly DraftSlot[]
  effect: RuleEffect
  showIssues: boolean
  onChange: (effect: RuleEffect) => void
}

const KINDS = [
  { value: 'show', label: 'Show only', description: 'Nothing else is left to choose from' },
  { value: 'exclude', label: 'Never show', description: 'The others stay' },
  { value: 'prefer', label: 'Prefer', description: 'Shown more often; the others stay' },
] as const

/** The second half of a rule: what happens to which slot. */
export function EffectFields({ slots, effect, showIssues, onChange }: EffectFieldsProps) {
  const slot = slots.find(({ key }) => key === effect.slot)
  return (
    <section className="space-y-3" aria-labelledby="rule-then">
      <h3 id="rule-then" className="text-sm font-semibold">
        Then
      </h3>
      <Field label="What to do" group hideLabel>
        <RadioGroup
          appearance="cards"
          value={effect.kind}
          onValueChange={(kind) => onChange(changeEffectKind(effect, kind))}
          options={KINDS}
        />
      </Field>
      {effect.kind === 'prefer' && (
        <Field
          label="How much more often"
          group
          hint="Its chance is multiplied by this, then all chances are evened out to 100 % again."
        >
          <Slider
            min={1.5}
            max={Math.max(10, effect.weight)}
            step={0.5}
            value={effect.weight}
            format={(weight) => `× ${weight}`}
            onValueChange={(weight) => onChange({ ...effect, weight })}
          />
        </Field>
      )}
      <Field label="In the slot" className="max-w-xs">
        <Select
          value={slot ? effect.slot : ''}
          placeholder="This slot is gone: choose another"
          onValueChange={(key) => onChange({ ...effect, slot: key, assetIds: [] })}
          options={slots.map(({ key, kind, assets }) => ({
            value: key,
            label: labelSlot(key, kind),
            description: `${assets.length} to choose from`,
          }))}
        />
      </Field>
      {slot && (
        <Field
          label="These"
          group
          error={
            showIssues && effect.assetIds.length === 0 ? 'Choose at least one asset' : undefined
          }
        >
          <ElementPicker
            slot={slot}
            chosenIds={effect.assetIds}
            onChange={(assetIds) => onChange({ ...effect, assetIds })}
          />
        </Field>
      )}
    </section>
  )
}

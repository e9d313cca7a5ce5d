'use client'

import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { NumberInput } from '@/components/ui/number-input'
import type { BrandKit } from '@/lib/brand/brand-kit'
import { listUnknownFamilies } from '@/lib/brand/brand-fonts'
import { GuardFields } from './guard-fields'
import { STARTING_RULES } from './new-rules'
import { OptionalRule } from './optional-rule'
import { SliderField } from './slider-field'

interface LookCardProps {
  kit: BrandKit
  onChange: (change: Partial<BrandKit>) => void
}

/** Text, logo and fonts: what is seen rather than said. */
export function LookCard({ kit, onChange }: LookCardProps) {
  const { contrast, textFit, weight } = kit
  return (
    <Card title="Look">
      <div className="space-y-6 p-4">
        <section className="space-y-3">
          <SliderField
            label="Contrast of text, at least"
            hint="WCAG 2.2 asks 4.5 to 1 of small text."
            min={3}
            max={12}
            step={0.5}
            value={contrast.minRatio}
            format={(ratio) => `${ratio} : 1`}
            onValueChange={(minRatio) => onChange({ contrast: { ...contrast, minRatio } })}
          />
          <GuardFields
            name="Contrast"
            rule={contrast}
            onChange={(next) => onChange({ contrast: next })}
          />
        </section>
        <section className="space-y-3">
          <h3 className="text-sm font-medium">Copy that is cut in an ad size</h3>
          <GuardFields
            name="Copy that is cut"
            rule={textFit}
            onChange={(next) => onChange({ textFit: next })}
          />
        </section>
        <section className="space-y-3">
          <h3 className="text-sm font-medium">Ads heavier than the IAB allows</h3>
          <GuardFields
            name="Weight"
            rule={weight}
            onChange={(next) => onChange({ weight: next })}
          />
        </section>
        <OptionalRule
          label="Room for the logo"
          description="How small it may be, and what stays free around it."
          rule={kit.logo}
          start={STARTING_RULES.logo}
          onChange={(logo) => onChange({ logo })}
        >
          {(rule, change) => (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label="Width, at least">
                <NumberInput
                  value={rule.minWidthPx}
                  min={8}
                  max={400}
                  suffix="px"
                  onValueChange={(minWidthPx) =>
                    change({ ...rule, minWidthPx: minWidthPx ?? rule.minWidthPx })
                  }
                />
              </Field>
              <SliderField
                label="Free on every side"
                min={0}
                max={1}
                step={0.05}
                value={rule.clearSpaceRatio}
                format={(ratio) => `${Math.round(ratio * 100)} % of its height`}
                onValueChange={(clearSpaceRatio) => change({ ...rule, clearSpaceRatio })}
              />
            </div>
          )}
        </OptionalRule>
        <OptionalRule
          label="Fonts"
          description="The families of headings and of other text, the first choice first. Nothing is loaded with an ad: it shows the first that the viewer’s device has. A template of your own may name no others."
          rule={kit.fonts}
          start={STARTING_RULES.fonts}
          onChange={(fonts) => onChange({ fonts })}
        >
          {(rule, change) => (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label="Headings" hint={describeWidths(rule.heading)}>
                <Input
                  value={rule.heading}
                  onChange={({ target }) => change({ ...rule, heading: target.value })}
                />
              </Field>
              <Field label="All other text" hint={describeWidths(rule.body)}>
                <Input
                  value={rule.body}
                  onChange={({ target }) => change({ ...rule, body: target.value })}
                />
              </Field>
            </div>
          )}
        </OptionalRule>
      </div>
    </Card>
  )
}

/** What is assumed of fonts that nobody measured; nothing to say of others. */
function describeWidths(stack: string): string | undefined {
  const unknown = listUnknownFamilies(stack)
  if (unknown.length === 0) return undefined
  return `${unknown.join(', ')} ${unknown.length === 1 ? 'was' : 'were'} never measured, so text is set as if it took a quarter more room.`
}

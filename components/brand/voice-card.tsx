'use client'

import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/number-input'
import type { BrandKit } from '@/lib/brand/brand-kit'
import { STARTING_RULES } from './new-rules'
import { OptionalRule } from './optional-rule'
import { SliderField } from './slider-field'

interface VoiceCardProps {
  voice: BrandKit['voice']
  onChange: (voice: BrandKit['voice']) => void
}

export function VoiceCard({ voice, onChange }: VoiceCardProps) {
  return (
    <Card title="Tone of voice">
      <div className="space-y-6 p-4">
        <OptionalRule
          label="Few capitals"
          description="Of texts with eight letters or more."
          rule={voice.capitals}
          start={STARTING_RULES.capitals}
          onChange={(capitals) => onChange({ ...voice, capitals })}
        >
          {(rule, change) => (
            <SliderField
              label="Capitals among the letters, at most"
              min={0.1}
              max={1}
              step={0.05}
              value={rule.maxShare}
              format={(share) => `${Math.round(share * 100)} %`}
              onValueChange={(maxShare) => change({ ...rule, maxShare })}
            />
          )}
        </OptionalRule>
        <OptionalRule
          label="Few exclamation marks"
          description="In one text."
          rule={voice.exclamations}
          start={STARTING_RULES.exclamations}
          onChange={(exclamations) => onChange({ ...voice, exclamations })}
        >
          {(rule, change) => (
            <Field label="At most" className="max-w-40">
              <NumberInput
                value={rule.maxCount}
                min={0}
                max={20}
                onValueChange={(maxCount) => change({ ...rule, maxCount: maxCount ?? 0 })}
              />
            </Field>
          )}
        </OptionalRule>
        <OptionalRule
          label="Easy to read"
          description="LIX: words in a sentence plus the percentage of words longer than six letters. For eleven European languages, from eight words on."
          rule={voice.readingLevel}
          start={STARTING_RULES.readingLevel}
          onChange={(readingLevel) => onChange({ ...voice, readingLevel })}
        >
          {(rule, change) => (
            <SliderField
              label="At most"
              hint="30 is very easy, 40 the news of a paper, 50 an official text."
              min={20}
              max={70}
              step={1}
              value={rule.maxLix}
              format={(level) => String(level)}
              onValueChange={(maxLix) => change({ ...rule, maxLix })}
            />
          )}
        </OptionalRule>
      </div>
    </Card>
  )
}

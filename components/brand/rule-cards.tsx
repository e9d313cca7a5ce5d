'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { Segmented } from '@/components/ui/segmented'
import { COUNTRY_CODES, nameCountry } from '@/lib/assets/market'
import type { BrandKit } from '@/lib/brand/brand-kit'
import { LinesField } from './lines-field'
import { createClaim, createDisclaimerRule, createPairRule, createWordRule } from './new-rules'
import { RuleList } from './rule-list'
import { SelectorField } from './selector-field'

interface RuleCardsProps {
  kit: BrandKit
  onChange: (change: Partial<BrandKit>) => void
}

const COUNTRIES = COUNTRY_CODES.map((code) => ({ value: code, label: nameCountry(code) }))

/** The lists of rules: words, claims, disclaimers, pairs. */
export function RuleCards({ kit, onChange }: RuleCardsProps) {
  return (
    <>
      <RuleList
        title="Words"
        description="Whole words, whatever their case; a * at the end finds every ending."
        noun="words"
        empty="No words are banned or required."
        rules={kit.voice.words}
        create={createWordRule}
        onChange={(words) => onChange({ voice: { ...kit.voice, words } })}
      >
        {(rule, change) => (
          <>
            <Segmented
              aria-label="Banned or required"
              value={rule.kind}
              onValueChange={(kind) => change({ ...rule, kind })}
              options={[
                { value: 'banned', label: 'Never say' },
                { value: 'required', label: 'Always say one of' },
              ]}
            />
            <LinesField
              label="Words and phrases"
              hint="One a line."
              lines={rule.phrases}
              onChange={(phrases) => change({ ...rule, phrases })}
            />
            <Field label="Languages" optional hint="Such as de, fr-CH; every language when empty.">
              <LocalesInput
                locales={rule.locales}
                onChange={(locales) => change({ ...rule, locales })}
              />
            </Field>
          </>
        )}
      </RuleList>
      <RuleList
        title="Claims"
        description="Who says this has to show a disclaimer in the same ad."
        noun="a claim"
        empty="No claim needs a disclaimer."
        rules={kit.claims}
        create={createClaim}
        onChange={(claims) => onChange({ claims })}
      >
        {(rule, change) => (
          <>
            <LinesField
              label="Who says one of"
              hint="One a line, such as “from €*”."
              lines={rule.phrases}
              onChange={(phrases) => change({ ...rule, phrases })}
            />
            <DisclaimerField rule={rule} onChange={change} />
          </>
        )}
      </RuleList>
      <RuleList
        title="Disclaimers"
        description="What a market or a category asks of every ad."
        noun="a disclaimer"
        empty="No market or category asks for one."
        rules={kit.disclaimers}
        create={createDisclaimerRule}
        onChange={(disclaimers) => onChange({ disclaimers })}
      >
        {(rule, change) => (
          <>
            <Field label="Name">
              <Input
                value={rule.name}
                maxLength={80}
                placeholder="Alcohol in Germany"
                onChange={({ target }) => change({ ...rule, name: target.value })}
              />
            </Field>
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label="Markets" optional hint="Everywhere when empty.">
                <MultiSelect
                  value={rule.markets}
                  options={COUNTRIES}
                  onValueChange={(markets) => change({ ...rule, markets })}
                />
              </Field>
              <LinesField
                label="Categories"
                hint="Of the campaign, or tags of its assets; one a line. Whatever is advertised when empty."
                lines={rule.categories}
                onChange={(categories) =>
                  change({ ...rule, categories: categories.map((one) => one.toLowerCase()) })
                }
              />
            </div>
            <DisclaimerField rule={rule} onChange={change} />
          </>
        )}
      </RuleList>
      <RuleList
        title="Pairs"
        description="Assets that may not meet in an ad, or only go with others, in every campaign."
        noun="a pair"
        empty="Everything may be shown with everything."
        rules={kit.pairs}
        create={createPairRule}
        onChange={(pairs) => onChange({ pairs })}
      >
        {(rule, change) => (
          <>
            <Segmented
              aria-label="Kind of pair"
              value={rule.kind}
              onValueChange={(kind) => change({ ...rule, kind })}
              options={[
                { value: 'never', label: 'Never together' },
                { value: 'only_with', label: 'Only with' },
              ]}
            />
            <div className="grid gap-3 sm:grid-cols-2">
              <SelectorField
                label="Any of these"
                selector={rule.first}
                onChange={(first) => change({ ...rule, first })}
              />
              <SelectorField
                label={rule.kind === 'never' ? 'And any of these' : 'Only beside one of these'}
                selector={rule.second}
                onChange={(second) => change({ ...rule, second })}
              />
            </div>
          </>
        )}
      </RuleList>
    </>
  )
}

function LocalesInput({
  locales,
  onChange,
}: {
  locales: readonly string[]
  onChange: (locales: string[]) => void
}) {
  return (
    <Input
      defaultValue={locales.join(', ')}
      onChange={({ target }) =>
        onChange(
          target.value
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
        )
      }
    />
  )
}

/** What has to be shown where a claim is made, or a market or category asks for it. */
function DisclaimerField<Rule extends { disclaimer: BrandKit['claims'][number]['disclaimer'] }>({
  rule,
  onChange,
}: {
  rule: Rule
  onChange: (rule: Rule) => void
}) {
  return (
    <SelectorField
      label="Shows one of"
      selector={rule.disclaimer}
      onChange={(disclaimer) => onChange({ ...rule, disclaimer })}
    />
  )
}

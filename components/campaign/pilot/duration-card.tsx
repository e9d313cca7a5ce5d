import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Field } from '@/components/ui/field'
import { formatCount } from '@/components/ui/format-number'
import { NumberInput } from '@/components/ui/number-input'
import { Slider } from '@/components/ui/slider'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { DurationAnswer } from './duration-answer'
import { guessPilotTraffic, planPilot } from './plan-pilot'
import type { PilotEdit } from './use-pilot-edit'

const SUCCESSES = {
  click: { label: 'Click-through rate of the static ad', short: 'lead to a click' },
  conversion: { label: 'Conversion rate of the static ad', short: 'lead to a conversion' },
  value: { label: 'Conversion rate of the static ad', short: 'lead to a conversion' },
  engagement: { label: 'Engaged visits of the static ad', short: 'lead to a second page' },
} as const

/** How many days and impressions the pilot needs, by its traffic and the lift worth finding. */
export function DurationCard({ campaign, edit }: { campaign: CampaignDetail; edit: PilotEdit }) {
  const guess = guessPilotTraffic(campaign.objectives)
  const [viewsPerDay, setViewsPerDay] = useState<number | null>(guess.viewsPerDay)
  const [baselineRate, setBaselineRate] = useState<number | null>(guess.baselineRate)
  const [lift, setLift] = useState(0.2)
  const { trafficShare, holdoutShare } = edit.pilot
  const plan = planPilot({
    ...{ trafficShare, holdoutShare, lift },
    viewsPerDay: viewsPerDay ?? 0,
    baselineRate: baselineRate ?? 0,
    flightDays: guess.flightDays,
  })
  const success = SUCCESSES[guess.reward]
  return (
    <Card
      title="How long it takes"
      description="Try other numbers: nothing here is saved, and the pilot runs without it."
      actions={
        <Explain term="Length of the pilot">
          <p>
            The verdict may be looked at every day, so it asks for more evidence than a test that is
            looked at once, at its end
            {plan
              ? ` (which would need ${formatCount(plan.impressionsForOneLook)} impressions)`
              : ''}
            . In return it ends sooner where the ads differ more.
          </p>
          <p>
            The formula: the pilot is long enough when √((V + V² ÷ τ²) × (ln(1 + τ² ÷ V) + 2 ln 25))
            + 0.84 √V = ln(1 + lift), where V = ((1 − q) ÷ (q × w) + (1 − p) ÷ (p × h)) ÷
            impressions, p is the static ad’s rate, q the rate with the lift, w and h the shares of
            both ads, and τ = 0.2. Then it is found 4 times out of 5, and a false verdict comes in
            at most 1 of 20 pilots.
          </p>
        </Explain>
      }
    >
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-2">
        <div className="space-y-5">
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field
              label="Impressions of its placements"
              hint={guess.isViewsGuess ? 'A guess: put in your own' : 'What the budget buys'}
            >
              <NumberInput
                value={viewsPerDay}
                onValueChange={setViewsPerDay}
                min={1}
                max={1e9}
                step={1_000}
                suffix="a day"
              />
            </Field>
            <Field label={success.label} hint={`Of 100 impressions, how many ${success.short}`}>
              <NumberInput
                value={baselineRate === null ? null : baselineRate * 100}
                onValueChange={(percent) =>
                  setBaselineRate(percent === null ? null : percent / 100)
                }
                min={0.001}
                max={90}
                step={0.1}
                decimals={4}
                suffix="%"
              />
            </Field>
          </div>
          <Field group label="The smallest lift worth finding">
            <Slider
              min={5}
              max={100}
              step={5}
              format={(value) => `+${value} %`}
              value={Math.round(lift * 100)}
              onValueChange={(value) => setLift(value / 100)}
            />
          </Field>
        </div>
        <DurationAnswer
          plan={plan}
          lift={lift}
          flightDays={guess.flightDays}
          pilotViewsPerDay={(viewsPerDay ?? 0) * trafficShare}
        />
      </div>
    </Card>
  )
}

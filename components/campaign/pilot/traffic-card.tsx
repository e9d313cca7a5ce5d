import { ChevronRight } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Callout } from '@/components/ui/callout'
import { Explain } from '@/components/ui/explain'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Slider } from '@/components/ui/slider'
import { Anchor } from './anchor'
import { SplitDiagram } from './split-diagram'
import { splitViewers } from './split-viewers'
import type { PilotEdit } from './use-pilot-edit'

const percent = (value: number) => `${value} %`

const HALF_LIVES = [
  { value: 'always', label: 'Counts in full' },
  { value: '90', label: 'Half after 90 days' },
  { value: '30', label: 'After 30' },
  { value: '7', label: 'After 7' },
]

/** How much of the traffic takes part, and how much of that is held out. */
export function TrafficCard({ edit, disabled }: { edit: PilotEdit; disabled: boolean }) {
  const { pilot, change, issueOf } = edit
  const split = splitViewers(pilot.trafficShare, pilot.holdoutShare)
  return (
    <Card title="How much traffic">
      <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-2">
        <div className="space-y-5">
          <Anchor id="trafficShare">
            <Field
              group
              label="Share of the viewers in the pilot"
              hint="All others keep seeing the static ad, as if there were no pilot."
              error={issueOf('trafficShare')}
            >
              <Slider
                min={1}
                max={100}
                disabled={disabled}
                format={percent}
                value={Math.round(pilot.trafficShare * 100)}
                onValueChange={(value) => change({ trafficShare: value / 100 })}
              />
            </Field>
          </Anchor>
          <Anchor id="holdoutShare">
            <Field
              group
              label="Of these, held out as the control"
              hint="Drawn by lot, they see the static ad. Against them the dynamic ad has to prove itself."
              error={issueOf('holdoutShare')}
              explain={
                <Explain term="Holdout">
                  Because chance alone decides who is held out, both groups are alike in everything
                  but the ad. Any difference in their clicks is therefore the work of the ad. A
                  larger holdout tells sooner, but shows the better ad to fewer people.
                </Explain>
              }
            >
              <Slider
                min={0}
                max={90}
                disabled={disabled}
                format={percent}
                value={Math.round(pilot.holdoutShare * 100)}
                onValueChange={(value) => change({ holdoutShare: value / 100 })}
              />
            </Field>
          </Anchor>
          {pilot.holdoutShare === 0 && (
            <Callout tone="warning" title="Nobody is held out">
              Then nothing can tell whether the dynamic ad is better than the static one.
            </Callout>
          )}
          <details className="group">
            <summary className="text-muted hover:text-foreground flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-sm font-medium">
              <ChevronRight
                aria-hidden
                className="size-4 transition-transform group-open:rotate-90"
              />
              Advanced
            </summary>
            <Anchor id="explorationFloor" className="pt-3 pl-5">
              <Field
                group
                label="Kept for trying things out"
                hint="This part of the chance is shared evenly among all elements, whatever was learnt. It lets late bloomers show themselves; too much of it wastes views on elements known to be weak."
                error={issueOf('explorationFloor')}
              >
                <Slider
                  min={1}
                  max={50}
                  disabled={disabled}
                  format={percent}
                  value={Math.round(pilot.explorationFloor * 100)}
                  onValueChange={(value) => change({ explorationFloor: value / 100 })}
                />
              </Field>
            </Anchor>
            <Anchor id="halfLifeDays" className="pt-4 pl-5">
              <Field
                group
                label="What was seen long ago"
                hint="Choose a time where tastes change, with fashion or the season: the learner then follows, but is never quite as sure."
                error={issueOf('halfLifeDays')}
              >
                <Segmented
                  aria-label="What was seen long ago"
                  value={String(pilot.halfLifeDays ?? 'always')}
                  onValueChange={(value) =>
                    change({ halfLifeDays: value === 'always' ? undefined : Number(value) })
                  }
                  options={HALF_LIVES.map((option) => ({ ...option, disabled }))}
                />
              </Field>
            </Anchor>
          </details>
        </div>
        <SplitDiagram split={split} isSomeSegments={pilot.segmentIds.length > 0} />
      </div>
    </Card>
  )
}

'use client'

import { Printer } from 'lucide-react'
import { useWatch } from 'react-hook-form'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useCampaign } from '@/components/campaign/use-campaign'
import { useFocusAnchor } from '@/components/campaign/use-focus-anchor'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { RadioGroup } from '@/components/ui/radio-group'
import { Textarea } from '@/components/ui/textarea'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { completeWebAddress } from './complete-web-address'
import { GOALS } from './kpi-units'
import { FlightFields } from './flight-fields'
import { KpiFields } from './kpi-fields'
import { PlaceFields } from './place-fields'
import { MoneyFields } from './money-fields'
import type { ObjectivesFormValues } from './objectives-form'
import { ObjectivesSaveBar } from './objectives-save-bar'
import { type ObjectivesDefaults, useObjectivesForm } from './use-objectives-form'

interface ObjectivesStepProps {
  campaignId: string
  defaults: ObjectivesDefaults
}

const GOAL_OPTIONS = Object.entries(GOALS).map(([value, goal]) => ({
  value: value as ObjectivesFormValues['goal'],
  ...goal,
}))

export function ObjectivesStep({ campaignId, defaults }: ObjectivesStepProps) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <ObjectivesForm campaign={campaign} defaults={defaults} /> : null
}

function ObjectivesForm({
  campaign,
  defaults,
}: {
  campaign: CampaignDetail
  defaults: ObjectivesDefaults
}) {
  const { canEdit } = useCampaignPermissions()
  const edit = useObjectivesForm(campaign, defaults)
  const { form } = edit
  const [kpi, currency] = useWatch({ control: form.control, name: ['kpi', 'currency'] })
  useFocusAnchor()

  return (
    <Form form={form} onSubmit={edit.submit} className="space-y-5">
      <LeaveGuard when={edit.isDirty} />
      <fieldset disabled={!canEdit} className="min-w-0 space-y-5">
        <Card
          title="What the campaign is for"
          actions={
            campaign.objectives && (
              <ButtonLink size="sm" href={`/campaigns/${campaign.id}/objectives/document`}>
                <Printer aria-hidden /> Success document
              </ButtonLink>
            )
          }
        >
          <div className="space-y-4">
            <FormField control={form.control} name="name" label="Name of the campaign">
              {(field) => <Input {...field} className="max-w-md" />}
            </FormField>
            <div id="goal" tabIndex={-1} className="rounded-md">
              <FormField control={form.control} name="goal" label="Goal" group>
                {(field) => (
                  <RadioGroup
                    appearance="cards"
                    value={field.value}
                    onValueChange={field.onChange}
                    options={GOAL_OPTIONS}
                  />
                )}
              </FormField>
            </div>
            <KpiFields form={form} kpi={kpi} currency={currency} />
          </div>
        </Card>
        <Card title="Money and dates">
          <div className="space-y-4">
            <MoneyFields control={form.control} currency={currency} />
            <div id="flight" tabIndex={-1} className="rounded-md">
              <FlightFields control={form.control} />
            </div>
          </div>
        </Card>
        <Card
          title="Where it runs, and what for"
          description="What the brand’s rules ask in a market or of a category is proved over every ad of this campaign."
        >
          <PlaceFields control={form.control} />
        </Card>
        <Card title="Where it leads, and when it counts as a success">
          <div className="space-y-4">
            <FormField
              control={form.control}
              name="landingUrl"
              label="Landing page"
              hint="A click on the ad opens this page."
            >
              {({ onBlur, ...field }) => (
                <Input
                  {...field}
                  type="url"
                  inputMode="url"
                  placeholder="https://shop.example/autumn"
                  onBlur={() => {
                    const complete = completeWebAddress(field.value)
                    if (complete !== field.value) field.onChange(complete)
                    onBlur()
                  }}
                />
              )}
            </FormField>
            <FormField
              control={form.control}
              name="successCriteria"
              label="Success criteria"
              hint="In your own words: what has to be true at the end so that everybody agrees it worked. Goes into the printable document."
              optional
            >
              {(field) => (
                <Textarea
                  {...field}
                  rows={5}
                  maxLength={4000}
                  placeholder="At least 500 orders, and more of them per ad shown than with the static ad."
                />
              )}
            </FormField>
          </div>
        </Card>
      </fieldset>
      {canEdit && <ObjectivesSaveBar edit={edit} />}
    </Form>
  )
}

'use client'

import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { ApiProblem } from '@/components/api/api-problem'
import { useCampaignPermissions } from '@/components/campaign/campaign-permissions'
import { useCampaign, useSaveStep } from '@/components/campaign/use-campaign'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { Textarea } from '@/components/ui/textarea'
import { useZodForm } from '@/components/ui/use-zod-form'
import type { CampaignDetail, SaveObjectives } from '@/lib/campaigns/campaign-api'
import { GOALS } from './kpi-units'
import { FlightFields } from './flight-fields'
import { KpiFields } from './kpi-fields'
import { MoneyFields } from './money-fields'
import {
  objectivesFormSchema,
  type ObjectivesFormValues,
  toFormValues,
  toObjectives,
} from './objectives-form'

interface ObjectivesStepProps {
  campaignId: string
  defaults: { timeZone: string; startsAt: string; endsAt: string }
}

export function ObjectivesStep({ campaignId, defaults }: ObjectivesStepProps) {
  const { data: campaign } = useCampaign(campaignId)
  return campaign ? <ObjectivesForm campaign={campaign} defaults={defaults} /> : null
}

function ObjectivesForm({
  campaign,
  defaults,
}: {
  campaign: CampaignDetail
  defaults: ObjectivesStepProps['defaults']
}) {
  const { canEdit } = useCampaignPermissions()
  const save = useSaveStep<SaveObjectives>(campaign.id, 'objectives')
  const [initial] = useState(() => toFormValues(campaign.name, campaign.objectives, defaults))
  // Empty numbers are null until they are typed; the schema then asks for them.
  const form = useZodForm(objectivesFormSchema, initial as ObjectivesFormValues)
  const [kpi, currency] = useWatch({ control: form.control, name: ['kpi', 'currency'] })

  const submit = (values: ObjectivesFormValues) =>
    save.mutate(
      { editVersion: campaign.editVersion, name: values.name, objectives: toObjectives(values) },
      {
        onSuccess: () => form.reset(values),
        onError: (error) =>
          setFormIssues(
            form,
            error instanceof ApiProblem && error.issues.length > 0
              ? error.issues
              : [{ message: error.message }],
          ),
      },
    )

  return (
    <Form form={form} onSubmit={submit} className="space-y-5">
      <fieldset disabled={!canEdit} className="min-w-0 space-y-5">
        <Card title="What the campaign is for">
          <div className="space-y-4">
            <FormField control={form.control} name="name" label="Name of the campaign">
              {(field) => <Input {...field} className="max-w-md" />}
            </FormField>
            <FormField control={form.control} name="goal" label="Goal" group>
              {(field) => (
                <RadioGroup
                  appearance="cards"
                  value={field.value}
                  onValueChange={field.onChange}
                  options={Object.entries(GOALS).map(([value, goal]) => ({
                    value: value as ObjectivesFormValues['goal'],
                    ...goal,
                  }))}
                />
              )}
            </FormField>
            <KpiFields control={form.control} kpi={kpi} currency={currency} />
          </div>
        </Card>
        <Card title="Money and dates">
          <div className="space-y-4">
            <MoneyFields control={form.control} currency={currency} />
            <FlightFields control={form.control} />
          </div>
        </Card>
        <Card title="Where it leads, and when it counts as a success">
          <div className="space-y-4">
            <FormField
              control={form.control}
              name="landingUrl"
              label="Landing page"
              hint="A click on the ad opens this page."
            >
              {(field) => (
                <Input
                  {...field}
                  type="url"
                  inputMode="url"
                  placeholder="https://shop.example/autumn"
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
              {(field) => <Textarea {...field} rows={5} />}
            </FormField>
          </div>
        </Card>
      </fieldset>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {campaign.objectives && (
          <ButtonLink href={`/campaigns/${campaign.id}/objectives/document`}>
            <Printer aria-hidden /> Success document
          </ButtonLink>
        )}
        {canEdit && (
          <Button type="submit" variant="primary" loading={save.isPending}>
            Save objectives
          </Button>
        )}
      </div>
    </Form>
  )
}

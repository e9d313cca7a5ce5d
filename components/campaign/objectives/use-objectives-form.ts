'use client'

import { useEffect, useState } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import { useCampaign, useSaveStep } from '@/components/campaign/use-campaign'
import { useZodForm } from '@/components/ui/use-zod-form'
import type { CampaignDetail, SaveObjectives } from '@/lib/campaigns/campaign-api'
import {
  objectivesFormSchema,
  type ObjectivesFormValues,
  toFormValues,
  toObjectives,
} from './objectives-form'

export interface ObjectivesDefaults {
  timeZone: string
  startsAt: string
  endsAt: string
}

/** The objectives while they are being changed, against the edit they started from. */
export function useObjectivesForm(campaign: CampaignDetail, defaults: ObjectivesDefaults) {
  const save = useSaveStep<SaveObjectives>(campaign.id, 'objectives', { showsOwnErrors: true })
  const { refetch } = useCampaign(campaign.id)
  const [startVersion, setStartVersion] = useState(campaign.editVersion)
  const [initial] = useState(() => toFormValues(campaign.name, campaign.objectives, defaults))
  // Empty numbers are null until they are typed; the schema then asks for them.
  const form = useZodForm(objectivesFormSchema, initial as ObjectivesFormValues)

  const isNew = campaign.objectives === null
  useEffect(() => {
    // The server does not know where the reader is.
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (isNew) form.resetField('timeZone', { defaultValue: timeZone })
  }, [isNew, form])

  const send = (values: ObjectivesFormValues, editVersion: number) =>
    save.mutate(
      { editVersion, name: values.name, objectives: toObjectives(values) },
      {
        onSuccess: (saved) => {
          setStartVersion(saved.editVersion)
          form.reset(values)
        },
      },
    )
  const load = (newest: CampaignDetail) => {
    save.reset()
    setStartVersion(newest.editVersion)
    form.reset(toFormValues(newest.name, newest.objectives, defaults) as ObjectivesFormValues)
  }
  return {
    form,
    isDirty: form.formState.isDirty,
    isSaving: save.isPending,
    isStale: save.error instanceof ApiProblem && save.error.status === 409,
    error: save.error,
    submit: (values: ObjectivesFormValues) => send(values, startVersion),
    discard: () => load(campaign),
    loadNewest: async () => {
      const { data } = await refetch()
      if (data) load(data)
    },
    /** Saves over what somebody else saved meanwhile. */
    overwrite: async () => {
      const { data } = await refetch()
      if (data) await form.handleSubmit((values) => send(values, data.editVersion))()
    },
  }
}

export type ObjectivesEdit = ReturnType<typeof useObjectivesForm>

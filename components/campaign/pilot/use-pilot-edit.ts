'use client'

import { useState } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import { usePlacements } from '@/components/placements/use-placements'
import { useCampaign, useSaveStep } from '@/components/campaign/use-campaign'
import type { CampaignDetail, SavePilot } from '@/lib/campaigns/campaign-api'
import { type Pilot, pilotSchema } from '@/lib/campaigns/pilot'
import { proposePilot, settlePilot } from './propose-pilot'

interface Edit {
  pilot: Pilot
  /** The version it started from: somebody else's save meanwhile is refused, not overwritten. */
  editVersion: number
}

/** The pilot while it is being changed, until it is saved. */
export function usePilotEdit(campaign: CampaignDetail) {
  const save = useSaveStep<SavePilot>(campaign.id, 'pilot')
  const { refetch } = useCampaign(campaign.id)
  const placements = usePlacements()
  const [edit, setEdit] = useState<Edit | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const pilot = edit?.pilot ?? campaign.pilot ?? proposePilot(campaign)
  const isDirty = edit !== null
  const settled = placements.data ? settlePilot(pilot, campaign, placements.data.items) : pilot
  const send = (editVersion: number) => {
    setHasTried(true)
    if (!pilotSchema.safeParse(settled).success) return
    const body = { editVersion, pilot: settled }
    save.mutate(body, {
      onSuccess: () => {
        setEdit(null)
        setHasTried(false)
      },
      // Shown above the button.
      onError: () => undefined,
    })
  }
  /** What is wrong with the field whose control has this id. */
  const issueOf = (path: string): string | undefined => {
    if (hasTried) {
      const issues = pilotSchema.safeParse(settled).error?.issues ?? []
      const found = issues.find((issue) => issue.path.join('.') === path)
      if (found) return found.message
    }
    if (save.error instanceof ApiProblem) {
      const refused = save.error.issues.find((issue) => issue.path.endsWith(path))
      if (refused) return refused.message
    }
    if (isDirty || campaign.pilot === null) return undefined
    return campaign.issues.find((issue) => issue.step === 'pilot' && issue.path === path)?.message
  }
  return {
    pilot,
    placements,
    isDirty,
    isNew: campaign.pilot === null,
    isSaving: save.isPending,
    isStale: save.error instanceof ApiProblem && save.error.status === 409,
    error: save.error,
    issueOf,
    change: (part: Partial<Pilot>) =>
      setEdit({
        pilot: { ...pilot, ...part },
        editVersion: edit?.editVersion ?? campaign.editVersion,
      }),
    save: () => send(edit?.editVersion ?? campaign.editVersion),
    discard: () => {
      save.reset()
      setEdit(null)
      setHasTried(false)
      void refetch()
    },
    /** Saves over what somebody else saved meanwhile. */
    overwrite: async () => {
      const { data } = await refetch()
      if (data) send(data.editVersion)
    },
  }
}
export type PilotEdit = ReturnType<typeof usePilotEdit>

'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import {
  type CampaignDetail,
  campaignDetailSchema,
  type SaveRules,
} from '@/lib/campaigns/campaign-api'
import type { Rule, RuleInput } from '@/lib/rules/rule'

/** A rule on screen: saved, or on its way with an id of its own. */
export type RuleDraft = RuleInput & { id: string }

/**
 * The rules as they stand, saves under way included, and the way to replace them all. Saves run
 * one after the other, each against the newest edit this browser has seen.
 */
export function useRules(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const key = campaignKey(campaign.id)
  const mutationKey = [...key, 'rules']
  const save = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: (rules: RuleDraft[]) => {
      const newest = queryClient.getQueryData<CampaignDetail>(key) ?? campaign
      const body: SaveRules = {
        editVersion: newest.editVersion,
        rules: rules.map(({ id, name, enabled, condition, effect }) => ({
          id,
          name,
          enabled,
          condition,
          effect,
        })),
      }
      return requestApi(`/api/v1/campaigns/${campaign.id}/rules`, campaignDetailSchema, {
        method: 'PUT',
        body,
      })
    },
    onSuccess: (saved) => queryClient.setQueryData(key, saved),
    // Shown above the list.
    onError: () => undefined,
  })
  const underWay = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as RuleDraft[],
  })
  const rules: readonly RuleDraft[] = underWay.at(-1) ?? campaign.rules.map(toDraft)
  const reload = async () => {
    await queryClient.invalidateQueries({ queryKey: key })
    save.reset()
  }
  return { rules, save, reload }
}

function toDraft({ id, name, enabled, condition, effect }: Rule): RuleDraft {
  return { id, name, enabled, condition, effect }
}

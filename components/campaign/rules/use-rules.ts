'use client'

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import {
  type CampaignDetail,
  campaignDetailSchema,
  type SaveRules,
} from '@/lib/campaigns/campaign-api'
import type { Constraint } from '@/lib/decision/constraint'
import type { Rule, RuleInput } from '@/lib/rules/rule'

/** A rule on screen: saved, or on its way with an id of its own. */
export type RuleDraft = RuleInput & { id: string }

/** One save: all rules or all pairs anew; the other half of the step stays as it is. */
type Edit = { rules: RuleDraft[]; pairs?: undefined } | { rules?: undefined; pairs: Constraint[] }

/**
 * Rules and pairs as they stand, saves under way included, and the way to replace either. Saves
 * run one after the other, each against the newest edit this browser has seen.
 */
export function useRules(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const key = campaignKey(campaign.id)
  const mutationKey = [...key, 'rules']
  const save = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ rules, pairs }: Edit) => {
      const newest = queryClient.getQueryData<CampaignDetail>(key) ?? campaign
      const body: SaveRules = {
        editVersion: newest.editVersion,
        rules: (rules ?? newest.rules).map(toDraft),
        constraints: pairs,
      }
      return requestApi(`/api/v1/campaigns/${campaign.id}/rules`, campaignDetailSchema, {
        method: 'PUT',
        body,
      })
    },
    onSuccess: (saved) => queryClient.setQueryData(key, saved),
    // Shown above the lists.
    onError: () => undefined,
  })
  const underWay = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as Edit,
  })
  const rules: readonly RuleDraft[] =
    underWay.findLast((edit) => edit.rules)?.rules ?? campaign.rules.map(toDraft)
  const pairs: readonly Constraint[] =
    underWay.findLast((edit) => edit.pairs)?.pairs ?? campaign.constraints
  const reload = async () => {
    await queryClient.invalidateQueries({ queryKey: key })
    save.reset()
  }
  return { rules, pairs, save, reload }
}

function toDraft({ id, name, enabled, condition, effect }: Rule | RuleDraft): RuleDraft {
  return { id, name, enabled, condition, effect }
}

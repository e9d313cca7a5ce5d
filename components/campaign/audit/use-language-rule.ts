'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { campaignKey } from '@/components/campaign/use-campaign'
import type { AuditFix } from '@/lib/audit/audit-finding'
import { labelLocale } from '@/lib/audit/audit-locale'
import { type CampaignDetail, campaignDetailSchema } from '@/lib/campaigns/campaign-api'
import type { RuleInput } from '@/lib/rules/rule'

type LanguageFix = Extract<AuditFix, { kind: 'keep_to_language' }>

/** Adds the rule that keeps copy of a language from readers of others, with an undo. */
export function useLanguageRule(campaign: CampaignDetail) {
  const queryClient = useQueryClient()
  const key = campaignKey(campaign.id)
  const mutation = useMutation({
    mutationFn: (change: (before: RuleInput[]) => RuleInput[]) => {
      const newest = queryClient.getQueryData<CampaignDetail>(key) ?? campaign
      const rules = newest.rules.map(({ id, name, enabled, condition, effect }) => ({
        ...{ id, name, enabled, condition, effect },
      }))
      return requestApi(`/api/v1/campaigns/${campaign.id}/rules`, campaignDetailSchema, {
        method: 'PUT',
        body: { editVersion: newest.editVersion, rules: change(rules) },
      })
    },
    // A reading that began before would bring the edit of before back.
    onMutate: () => queryClient.cancelQueries({ queryKey: key }),
    onSuccess: (saved) => queryClient.setQueryData(key, saved),
    onError: (error) => {
      toast.error(error.message)
      void queryClient.invalidateQueries({ queryKey: key })
    },
  })
  const add = (fix: LanguageFix) => {
    const rule = toRule(fix)
    const undo = () => mutation.mutate((before) => before.filter(({ name }) => name !== rule.name))
    mutation.mutate((before) => [...before, rule], {
      onSuccess: () =>
        toast(`Rule added: ${rule.name}`, { action: { label: 'Undo', onClick: undo } }),
    })
  }
  return { add, isPending: mutation.isPending }
}

function toRule({ slot, language, assetIds }: LanguageFix): RuleInput {
  return {
    name: `${labelLocale(language)} in “${slot}” for readers of ${labelLocale(language)} only`,
    enabled: true,
    condition: {
      kind: 'not',
      of: { kind: 'compare', field: 'locale.language', operator: 'equals', value: language },
    },
    effect: { kind: 'exclude', slot, assetIds },
  }
}

'use client'

import { CircleAlert, Link2, Plus, Trash2, Unlink2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount } from '@/components/ui/format-number'
import { IconButton } from '@/components/ui/icon-button'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { PAIRS_PATH } from '@/lib/campaigns/check-pairs'
import type { Constraint } from '@/lib/decision/constraint'
import { describePair } from '@/lib/decision/describe-pair'
import { pairKey } from './new-pair'

interface PairsCardProps {
  campaign: CampaignDetail
  pairs: readonly Constraint[]
  canEdit: boolean
  onAdd: () => void
  onDelete: (pair: Constraint) => void
}

/** Elements that always or never go together, and how many ads are left. */
export function PairsCard({ campaign, pairs, canEdit, onAdd, onDelete }: PairsCardProps) {
  const nameOf = ({ slot, assetId }: Constraint['first']) => {
    const assets = campaign.slots.find(({ key }) => key === slot)?.assets
    const asset = assets?.find(({ id }) => id === assetId)
    return asset ? (asset.text ?? asset.name) : null
  }
  const issues = campaign.issues.filter(({ path }) => path === PAIRS_PATH)
  const { warnings } = campaign.combinations
  return (
    <Card
      id={PAIRS_PATH}
      flush
      title={
        <span className="flex items-center gap-1.5">
          Pairs
          <Explain term="Pairs">
            A pair holds for every viewer, whatever rules and learner say. Where rules leave only
            combinations that break a pair, the static ad is shown.
          </Explain>
        </span>
      }
      description="Elements that look right only together, or must never meet in one ad."
      actions={
        canEdit && (
          <Button icon={<Plus aria-hidden />} onClick={onAdd}>
            Add a pair
          </Button>
        )
      }
    >
      {pairs.length > 0 && (
        <ul aria-label="Pairs" className="divide-border divide-y">
          {pairs.map((pair) => {
            const Icon = pair.kind === 'together' ? Link2 : Unlink2
            const words = describePair(pair, nameOf)
            return (
              <li key={pairKey(pair)} className="flex items-center gap-3 px-4 py-2 text-sm">
                <Icon aria-hidden className="text-muted size-4 shrink-0" />
                <span dir="auto" className="min-w-0 flex-1 break-words">
                  {words}
                </span>
                {canEdit && (
                  <IconButton size="sm" label={`Delete: ${words}`} onClick={() => onDelete(pair)}>
                    <Trash2 aria-hidden />
                  </IconButton>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <div className="border-border space-y-1 border-t px-4 py-2.5 text-sm first:border-t-0">
        <p role="status">{describeCount(campaign)}</p>
        {[...issues.map(({ message }) => message), ...warnings].map((message, index) => (
          <p key={message} className={index < issues.length ? 'text-danger' : 'text-warning'}>
            <CircleAlert aria-hidden className="mr-1.5 inline size-3.5 align-[-2px]" />
            {message}
          </p>
        ))}
      </div>
    </Card>
  )
}

function describeCount({ combinations: { total, allowed } }: CampaignDetail): string {
  const all = `${formatCount(total)} ${total === 1 ? 'combination' : 'combinations'}`
  if (allowed === null) return `Of ${all} the pairs leave too many to count.`
  if (allowed === total) return total === 1 ? `${all} is possible.` : `All ${all} are possible.`
  return `${formatCount(allowed)} of ${all} ${allowed === 1 ? 'is' : 'are'} possible.`
}

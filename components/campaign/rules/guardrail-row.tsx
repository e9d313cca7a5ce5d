'use client'

import { CircleSlash, TriangleAlert } from 'lucide-react'
import { usePauseElement } from '@/components/campaign/scale/use-pause-element'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { type GuardrailProof, quoteElement, type WitnessElement } from '@/lib/campaigns/proof'
import type { Constraint } from '@/lib/decision/constraint'
import { labelAdSize } from '@/lib/decision/ad-size'

interface GuardrailRowProps {
  campaign: CampaignDetail
  guardrail: GuardrailProof
  canEdit: boolean
  isSaving: boolean
  onKeepApart: (pair: Constraint) => void
}

/** A broken guardrail: how often, by what, why it is there, and what mends it. */
export function GuardrailRow({ campaign, guardrail, canEdit, ...rest }: GuardrailRowProps) {
  const { title, severity, sizes, reason, owner, witness, fix } = guardrail
  const isBlocking = severity === 'block'
  const Icon = isBlocking ? CircleSlash : TriangleAlert
  return (
    <li className="flex gap-3 px-4 py-3 text-sm">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isBlocking ? 'text-danger' : 'text-warning'}`}
      />
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium break-words">
          <span className="min-w-0">{title}</span>
          <Badge tone={isBlocking ? 'danger' : 'warning'}>
            {isBlocking ? 'Blocks publishing' : 'Warning'}
          </Badge>
          {sizes.map((size) => (
            <Badge key={size} tone="outline">
              {labelAdSize(size)}
            </Badge>
          ))}
        </p>
        <p className="break-words">{describeWitness(guardrail)}</p>
        {fix && <p className="break-words">{fix}</p>}
        <p className="text-muted text-xs break-words">
          {owner}: {reason}
        </p>
        {witness && witness.combination.length > witness.elements.length && (
          <details className="text-xs">
            <summary className="text-muted cursor-pointer">A whole ad that breaks it</summary>
            <p dir="auto" className="mt-1 break-words">
              {witness.combination.map(({ name, standsIn }) => standsIn ?? name).join(' · ')}
            </p>
          </details>
        )}
        {canEdit && witness && !witness.isBenchmark && (
          <div className="flex flex-wrap gap-2 pt-1">
            <Remedies campaignId={campaign.id} elements={witness.elements} {...rest} />
          </div>
        )}
      </div>
    </li>
  )
}

function Remedies({
  campaignId,
  elements,
  isSaving,
  onKeepApart,
}: {
  campaignId: string
  elements: readonly WitnessElement[]
  isSaving: boolean
  onKeepApart: (pair: Constraint) => void
}) {
  const [first, second] = elements
  return (
    <>
      {first && second && elements.length === 2 && (
        <Button
          size="sm"
          disabled={isSaving}
          onClick={() =>
            onKeepApart({ kind: 'never', first: toMember(first), second: toMember(second) })
          }
        >
          Never show these two together
        </Button>
      )}
      {elements.map((element) => (
        <PauseButton key={element.slot} campaignId={campaignId} element={element} />
      ))}
    </>
  )
}

function PauseButton({ campaignId, element }: { campaignId: string; element: WitnessElement }) {
  const { setPaused, isPending } = usePauseElement(campaignId)
  return (
    <Button
      size="sm"
      variant="ghost"
      disabled={isPending}
      className="max-w-full"
      onClick={() => setPaused(element.slot, { id: element.assetId, name: element.name }, true)}
    >
      <span className="truncate">Leave out “{element.name}”</span>
    </Button>
  )
}

function toMember({ slot, assetId }: WitnessElement): Constraint['first'] {
  return { slot, assetId }
}

function describeWitness({ state, witness, count }: GuardrailProof): string {
  if (state === 'undecided' || !witness) return 'The pairs are too entangled to prove it.'
  if (witness.isBenchmark) return 'The static ad breaks it.'
  const names = witness.elements.map(quoteElement)
  if (names.length === 0) return 'Every combination breaks it.'
  const many =
    count === null
      ? 'Many combinations break it'
      : `${formatCount(count)} ${count === 1 ? 'combination breaks' : 'combinations break'} it`
  return `${many}, for instance any with ${names.join(' and ')}.`
}

'use client'

import { ShieldCheck } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount } from '@/components/ui/format-number'
import { QueryContent } from '@/components/ui/query-content'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { type CampaignProof, listBlocking, listWarning } from '@/lib/campaigns/proof'
import { GUARDRAILS_PATH } from '@/lib/campaigns/proof-issues'
import { labelAdSize } from '@/lib/decision/ad-size'
import type { Constraint } from '@/lib/decision/constraint'
import { GuardrailRow } from './guardrail-row'
import { useProof } from './use-proof'

interface GuardrailsCardProps {
  campaign: CampaignDetail
  canEdit: boolean
  isSaving: boolean
  onKeepApart: (pair: Constraint) => void
}

/** Every guardrail, proved over all combinations: the broken ones with what breaks them. */
export function GuardrailsCard({ campaign, ...rest }: GuardrailsCardProps) {
  const proof = useProof(campaign)
  return (
    <Card
      flush
      id={GUARDRAILS_PATH}
      tabIndex={-1}
      title={
        <span className="flex items-center gap-1">
          Guardrails
          <Explain term="Guardrails">
            What the brand, the law and the ad sizes ask of every ad. They are proved for every
            combination at once, in any context that the rules tell apart, and for the static ad.
            While one that blocks is broken, the campaign is not published.
          </Explain>
        </span>
      }
      description="Proved over every combination that can be shown, none left out."
    >
      <QueryContent query={proof} noun="The proof">
        {(proved) => <Guardrails proof={proved} campaign={campaign} {...rest} />}
      </QueryContent>
    </Card>
  )
}

function Guardrails({ proof, ...rest }: GuardrailsCardProps & { proof: CampaignProof }) {
  const broken = [...listBlocking(proof), ...listWarning(proof)]
  const holding = proof.guardrails.filter(({ state }) => state === 'holds')
  return (
    <>
      <p role="status" className="px-4 py-2.5 text-sm">
        {describeProof(proof)}
      </p>
      {broken.length > 0 && (
        <ul
          aria-label="Broken guardrails"
          className="divide-border border-border divide-y border-t"
        >
          {broken.map((guardrail) => (
            <GuardrailRow key={guardrail.id} guardrail={guardrail} {...rest} />
          ))}
        </ul>
      )}
      {holding.length > 0 && (
        <details className="border-border border-t px-4 py-2.5 text-sm">
          <summary className="text-muted cursor-pointer">
            {holding.length === 1 ? '1 guardrail holds' : `${holding.length} guardrails hold`}
          </summary>
          <ul className="mt-2 space-y-1">
            {holding.map(({ id, title, sizes }) => (
              <li key={id} className="flex items-start gap-2">
                <ShieldCheck aria-hidden className="text-positive mt-0.5 size-4 shrink-0" />
                <span className="min-w-0 break-words">
                  {title}
                  {sizes.length > 0 && (
                    <span className="text-muted"> · {sizes.map(labelAdSize).join(', ')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function describeProof(proof: CampaignProof): string {
  const all =
    proof.combinations === null
      ? 'All combinations, too many to count, are proved'
      : `${formatCount(proof.combinations)} ${proof.combinations === 1 ? 'combination is' : 'combinations are'} proved`
  const [blocking, warning] = [listBlocking(proof).length, listWarning(proof).length]
  const parts = [
    ...(blocking > 0
      ? [`${blocking} ${blocking === 1 ? 'keeps' : 'keep'} it from being published`]
      : []),
    ...(warning > 0 ? [`${warning} ${warning === 1 ? 'warns' : 'warn'}`] : []),
  ]
  return `${all}: ${parts.length > 0 ? parts.join(', ') : 'every guardrail holds'}.`
}

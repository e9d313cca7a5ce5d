import { describeBroken, type GuardrailProof } from '@/lib/campaigns/proof'
import { type AuditFinding, type AuditFix, createFinding } from './audit-finding'

/** What the other findings say of an asset by itself, the proof need not say again. */
const OF_COMBINATIONS: readonly GuardrailProof['kind'][] = ['pair', 'disclaimer', 'contrast']

/** Rules about whole ads that some reachable combination breaks. */
export function findBrokenGuardrails(broken: readonly GuardrailProof[]): AuditFinding[] {
  return broken
    .filter(({ kind }) => OF_COMBINATIONS.includes(kind))
    .map((guardrail) => {
      const { id, kind, severity, reason, owner, sizes, witness } = guardrail
      const elements = witness?.elements ?? []
      return createFinding(
        'brand',
        id,
        severity === 'block' ? 'error' : 'warning',
        { sentence: describeBroken(guardrail), detail: `${reason} (${owner})` },
        {
          slots: [...new Set(elements.map(({ slot }) => slot))],
          sizes,
          assetIds: elements.map(({ assetId }) => assetId),
        },
        mend(kind),
      )
    })
}

function mend(kind: GuardrailProof['kind']): AuditFix {
  return kind === 'contrast'
    ? { kind: 'go_to', step: 'assets', path: 'design' }
    : { kind: 'go_to', step: 'rules', path: 'pairs' }
}

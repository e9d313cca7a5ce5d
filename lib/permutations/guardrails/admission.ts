import { boxesOfElements, type Guardrail, type ProofAsset, type ProofSubject } from './guardrail'

const OWNER = 'Intarsia'

/** Nothing is reachable that nobody approved, or that is out of its rights while the ad runs. */
export function listAdmissionGuardrails({ slots, flight }: ProofSubject): Guardrail[] {
  return [
    {
      id: 'approval',
      kind: 'approval',
      title: 'Every asset is approved',
      guard: { severity: 'block', reason: 'Only what was approved may be shown.', owner: OWNER },
      sizes: [],
      violation: { kind: 'boxes', boxes: boxesOfElements(slots, ({ isApproved }) => !isApproved) },
      fix: 'Have it approved, or take it out of the slot.',
    },
    ...(flight
      ? [
          {
            id: 'rights',
            kind: 'rights' as const,
            title: 'Usage rights last the whole flight',
            guard: {
              severity: 'warn' as const,
              reason: 'Outside of its rights an asset is not shown: the ad loses it meanwhile.',
              owner: OWNER,
            },
            sizes: [],
            violation: {
              kind: 'boxes' as const,
              boxes: boxesOfElements(slots, (asset) => !coversFlight(asset, flight)),
            },
            fix: 'Extend the rights, or take the asset out of the slot before they end.',
          },
        ]
      : []),
  ]
}

function coversFlight(
  { rightsStartAtMs, rightsEndAtMs }: ProofAsset,
  { startsAtMs, endsAtMs }: NonNullable<ProofSubject['flight']>,
): boolean {
  const hasStarted = rightsStartAtMs === null || rightsStartAtMs <= startsAtMs
  return hasStarted && (rightsEndAtMs === null || rightsEndAtMs >= endsAtMs)
}

import { z } from 'zod'
import { severitySchema } from '@/lib/brand/brand-kit'
import { adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'

export const guardrailKindSchema = z.enum([
  'approval',
  'rights',
  'brand',
  'pair',
  'disclaimer',
  'contrast',
  'logo',
  'weight',
  'text_fit',
])

const elementSchema = z.object({
  slot: z.string(),
  assetId: z.string(),
  name: z.string(),
  /** What the guardrail's sizes show in its place; null where it is shown itself. */
  standsIn: z.string().nullable(),
})
export type WitnessElement = z.infer<typeof elementSchema>

export const guardrailProofSchema = z.object({
  id: z.string(),
  kind: guardrailKindSchema,
  /** What has to be so. */
  title: z.string(),
  severity: severitySchema,
  reason: z.string(),
  owner: z.string(),
  /** Ad sizes it is about; all of the campaign's when empty. */
  sizes: z.array(adSizeSchema),
  /** `undecided`: the pairs are too entangled to tell; it counts as violated. */
  state: z.enum(['holds', 'violated', 'undecided']),
  /** How many reachable combinations violate it; null where they can't be counted. */
  count: z.number().nullable(),
  /** A smallest violation. */
  witness: z
    .object({
      /** Enough to violate it whatever stands beside them; none: every combination does. */
      elements: z.array(elementSchema),
      /** A whole reachable combination that holds them. */
      combination: z.array(elementSchema),
      /** It is the static ad, and nothing that is drawn violates it. */
      isBenchmark: z.boolean(),
    })
    .nullable(),
  /** What would mend it; empty where it holds. */
  fix: z.string(),
})
export type GuardrailProof = z.infer<typeof guardrailProofSchema>

export const campaignProofSchema = z.object({
  /** Reachable in any context, the static ad included; null where they can't be counted. */
  combinations: z.number().nullable(),
  /** Of the brand kit that was proved; 0 is the default kit. */
  brandRevision: z.number().int(),
  guardrails: z.array(guardrailProofSchema),
})
export type CampaignProof = z.infer<typeof campaignProofSchema>

/** Guardrails that keep a campaign from being published. */
export function listBlocking({ guardrails }: Pick<CampaignProof, 'guardrails'>): GuardrailProof[] {
  return guardrails.filter(({ severity, state }) => severity === 'block' && state !== 'holds')
}

/** Guardrails that are broken and only warn. */
export function listWarning({ guardrails }: Pick<CampaignProof, 'guardrails'>): GuardrailProof[] {
  return guardrails.filter(({ severity, state }) => severity === 'warn' && state !== 'holds')
}

/** An element in quotes, with what is really shown of it. */
export function quoteElement({ name, standsIn }: WitnessElement): string {
  return standsIn === null ? `“${name}”` : `“${standsIn}” (in place of “${name}”)`
}

/** A broken guardrail in a sentence, with its witness. */
export function describeBroken({
  title,
  state,
  witness,
  count,
  sizes,
  fix,
}: GuardrailProof): string {
  if (state === 'undecided') {
    return `${title}: the pairs are too entangled to prove it. Take some of them away.`
  }
  const where = sizes.length > 0 ? ` (${sizes.map(labelAdSize).join(', ')})` : ''
  const names = witness?.elements.map(quoteElement) ?? []
  const what = witness?.isBenchmark
    ? 'the static ad breaks it'
    : names.length === 0
      ? 'every combination breaks it'
      : `${names.join(' with ')} ${names.length === 1 ? 'breaks' : 'break'} it`
  const many =
    count === null || witness?.isBenchmark || names.length === 0
      ? ''
      : `, in ${count.toLocaleString('en')} ${count === 1 ? 'combination' : 'combinations'}`
  return `${title}${where}: ${what}${many}. ${fix}`
}

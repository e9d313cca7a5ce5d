import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { stepSchema } from '@/lib/campaigns/step'

const idSchema = z.string()

/** What mends a finding: everything a button needs to do it. */
export const auditFixSchema = z.discriminatedUnion('kind', [
  /** Write copy for a slot, of at most so many characters in these sizes. */
  z.object({
    kind: z.literal('write_copy'),
    slot: z.string(),
    assetKind: assetKindSchema,
    locale: z.string(),
    maxCharacters: z.number().int().nullable(),
    sizes: z.array(adSizeSchema),
    /** The text to begin with: the shortest of those that are too long. */
    text: z.string(),
  }),
  /** Choose from the library, or upload. */
  z.object({
    kind: z.literal('fill_slot'),
    slot: z.string(),
    from: z.enum(['library', 'upload']),
  }),
  z.object({
    kind: z.literal('open_asset'),
    assetId: idSchema,
    field: z.enum(['text', 'altText', 'rights', 'colours', 'picture', 'approval']),
  }),
  z.object({ kind: z.literal('submit'), assetIds: z.array(idSchema) }),
  z.object({ kind: z.literal('review'), assetIds: z.array(idSchema) }),
  z.object({ kind: z.literal('take_out'), slot: z.string(), assetIds: z.array(idSchema) }),
  z.object({ kind: z.literal('pause'), slot: z.string(), assetId: idSchema }),
  /** Keep copy of a language from viewers of others, by a rule. */
  z.object({
    kind: z.literal('keep_to_language'),
    slot: z.string(),
    language: z.string(),
    assetIds: z.array(idSchema),
  }),
  /** Another step of the campaign, at one of its fields. */
  z.object({ kind: z.literal('go_to'), step: stepSchema, path: z.string() }),
])
export type AuditFix = z.infer<typeof auditFixSchema>

export const findingSeveritySchema = z.enum(['error', 'warning', 'info'])
export type FindingSeverity = z.infer<typeof findingSeveritySchema>

export const findingTopicSchema = z.enum([
  'coverage',
  'fit',
  'readiness',
  'language',
  'duplicates',
  'weight',
  'brand',
  'rights',
  'accessibility',
])
export type FindingTopic = z.infer<typeof findingTopicSchema>

export const auditFindingSchema = z.object({
  /** The same for the same finding, audit after audit. */
  id: z.string(),
  topic: findingTopicSchema,
  /** `error`: somebody sees a hole, or it can't be published. `warning`: it looks or works worse. */
  severity: findingSeveritySchema,
  /** What is the matter. */
  sentence: z.string(),
  /** How far off it is, and what would mend it. */
  detail: z.string(),
  /** Where; empty for everywhere. */
  where: z.object({
    slots: z.array(z.string()),
    sizes: z.array(adSizeSchema),
    locales: z.array(z.string()),
    segmentIds: z.array(z.string()),
    assetIds: z.array(z.string()),
  }),
  fix: auditFixSchema.nullable(),
})
export type AuditFinding = z.infer<typeof auditFindingSchema>

type Where = Partial<AuditFinding['where']>

/** A finding whose id is its topic, its name among those of the topic, and where it is. */
export function createFinding(
  topic: FindingTopic,
  name: string,
  severity: FindingSeverity,
  text: { readonly sentence: string; readonly detail?: string },
  where: Where,
  fix: AuditFix | null = null,
): AuditFinding {
  const place = { slots: [], sizes: [], locales: [], segmentIds: [], assetIds: [], ...where }
  const id = [
    topic,
    name,
    ...[place.slots, place.sizes, place.locales, place.segmentIds, place.assetIds.slice(0, 3)].map(
      (parts) => parts.join('+'),
    ),
  ].join('/')
  return { ...{ id, topic, severity }, ...text, detail: text.detail ?? '', where: place, fix }
}

import { z } from 'zod'
import { productIdsSchema } from '@/lib/creatives/template'
import { assetKindSchema, designSchema } from '@/lib/decision/snapshot'
import { teamTemplateRefSchema } from '@/lib/decision/team-template'
import { pairSchema } from '@/lib/rules/pair'
import { ruleInputSchema } from '@/lib/rules/rule'
import { campaignDraftSchema, campaignStatusSchema } from './campaign-draft'
import { objectivesSchema } from './objectives'
import { pilotSchema } from './pilot'
import { campaignIssueSchema, stepStateSchema } from './step'

const idSchema = z.string().min(1).max(40)

/** Every save names the edit it started from: 409 when somebody else saved meanwhile. */
const editVersion = z.number().int().min(0)

export const campaignNameSchema = z.string().trim().min(1, 'Give the campaign a name').max(120)

export const campaignSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  status: campaignStatusSchema,
  isSimulated: z.boolean(),
  revision: z.number().int(),
  updatedAt: z.iso.datetime(),
  flight: z.object({ startsAt: z.string(), endsAt: z.string(), timeZone: z.string() }).nullable(),
})
export type CampaignSummary = z.infer<typeof campaignSummarySchema>

export const campaignDetailSchema = campaignDraftSchema.extend({
  steps: z.array(stepStateSchema),
  issues: z.array(campaignIssueSchema),
  permutations: z.number(),
  /** What pairs leave of the ads that can be put together; null where they can't be counted. */
  combinations: z.object({
    total: z.number(),
    allowed: z.number().nullable(),
    /** What pairs do that was hardly meant; nothing that keeps from publishing. */
    warnings: z.array(z.string()),
  }),
  /** The draft differs from what serves. */
  hasUnpublishedChanges: z.boolean(),
})
export type CampaignDetail = z.infer<typeof campaignDetailSchema>

export const saveObjectivesSchema = z.object({
  editVersion,
  name: campaignNameSchema,
  objectives: objectivesSchema,
})
export type SaveObjectives = z.infer<typeof saveObjectivesSchema>

export const slotKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,29}$/, 'A slot is named in lower-case letters, digits and _')

export const saveSlotsSchema = z.object({
  editVersion,
  /** Names a version of a team's template; what it looks like is known. */
  design: designSchema
    .omit({ fonts: true })
    .extend({ team: teamTemplateRefSchema.optional(), products: productIdsSchema.optional() }),
  slots: z
    .array(
      z.object({ key: slotKeySchema, kind: assetKindSchema, assetIds: z.array(idSchema).max(200) }),
    )
    .max(12)
    .refine(
      (slots) => new Set(slots.map(({ key }) => key)).size === slots.length,
      'Each slot needs its own name',
    ),
})
export type SaveSlots = z.infer<typeof saveSlotsSchema>

export const saveSegmentsSchema = z.object({ editVersion, segmentIds: z.array(idSchema).max(50) })
export type SaveSegments = z.infer<typeof saveSegmentsSchema>

export const saveRulesSchema = z.object({
  editVersion,
  rules: z.array(ruleInputSchema).max(200),
  /** Elements that always or never go together; left out, those of before stay. */
  constraints: z.array(pairSchema).max(100).optional(),
})
export type SaveRules = z.infer<typeof saveRulesSchema>

export const savePilotSchema = z.object({ editVersion, pilot: pilotSchema })
export type SavePilot = z.infer<typeof savePilotSchema>

export const setElementPausedSchema = z.object({
  slot: slotKeySchema,
  assetId: idSchema,
  isPaused: z.boolean(),
})
export type SetElementPaused = z.infer<typeof setElementPausedSchema>

export const publishedSchema = z.object({
  revision: z.number().int(),
  contentHash: z.string(),
  /** Guardrails that some combination breaks and that do not keep from publishing. */
  warnings: z.array(z.string()),
})
export type Published = z.infer<typeof publishedSchema>

import { z } from 'zod'
import { assetStateSchema } from '@/lib/assets/asset-state'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { conditionSchema } from '@/lib/decision/condition'
import { constraintSchema } from '@/lib/decision/constraint'
import { assetKindSchema, designSchema, snapshotAssetSchema } from '@/lib/decision/snapshot'
import { ruleSchema } from '@/lib/rules/rule'
import { objectivesSchema } from './objectives'
import { pilotSchema } from './pilot'

export const campaignStatusSchema = z.enum(['draft', 'live', 'paused', 'ended'])
export type CampaignStatus = z.infer<typeof campaignStatusSchema>

export const draftAssetSchema = snapshotAssetSchema.extend({
  state: assetStateSchema,
  isPaused: z.boolean(),
})
export type DraftAsset = z.infer<typeof draftAssetSchema>

export const draftSlotSchema = z.object({
  key: z.string(),
  kind: assetKindSchema,
  assets: z.array(draftAssetSchema),
})
export type DraftSlot = z.infer<typeof draftSlotSchema>

/** Everything about a campaign that is being edited: what the studio shows and compilation reads. */
export const campaignDraftSchema = z.object({
  id: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  status: campaignStatusSchema,
  isSimulated: z.boolean(),
  revision: z.number().int(),
  editVersion: z.number().int(),
  updatedAt: z.iso.datetime(),
  objectives: objectivesSchema.nullable(),
  design: designSchema,
  slots: z.array(draftSlotSchema),
  segments: z.array(z.object({ id: z.string(), name: z.string(), condition: conditionSchema })),
  rules: z.array(ruleSchema),
  /** Elements that always or never go together: the "pairs" of the rules step. */
  constraints: z.array(constraintSchema),
  pilot: pilotSchema.nullable(),
  placements: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      size: adSizeSchema,
      pageCategory: z.string().nullable(),
    }),
  ),
  /** What the workspace has to offer to the steps. */
  workspace: z.object({
    profileCount: z.number().int(),
    sourceCount: z.number().int(),
    feeds: z.array(
      z.object({
        kind: z.enum(['weather', 'stock', 'promotion']),
        lastPushAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
})
export type CampaignDraft = z.infer<typeof campaignDraftSchema>

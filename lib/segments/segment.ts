import { z } from 'zod'
import { conditionSchema } from '@/lib/decision/condition'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { toStorableText } from '@/lib/events/storable-text'
import { checkCondition } from './check-condition'

export const segmentInputSchema = z.object({
  name: z.string().overwrite(toStorableText).trim().min(1, 'Give the segment a name').max(120),
  description: z.string().overwrite(toStorableText).trim().max(500).default(''),
  condition: conditionSchema.superRefine((condition, context) => {
    const [issue] = checkCondition(condition)
    if (issue) context.addIssue({ code: 'custom', message: issue.message })
    if (listConditionReferences(condition).segmentIds.length > 0) {
      context.addIssue({ code: 'custom', message: 'A segment can’t refer to another segment' })
    }
  }),
})
export type SegmentInput = z.infer<typeof segmentInputSchema>

export const segmentCountSchema = z.object({
  /** Consented customers who are in it, or who will be if the moment of the ad fits. */
  matching: z.number().int(),
  /** Customers who agreed to personalised advertising. */
  consented: z.number().int(),
  total: z.number().int(),
  /** Part of it is decided when the ad is shown (device, weather, time …), so fewer may be in it. */
  ignoresContext: z.boolean(),
})
export type SegmentCount = z.infer<typeof segmentCountSchema>

export const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  condition: conditionSchema,
  isArchived: z.boolean(),
  updatedAt: z.iso.datetime(),
  /** Campaigns that tell this segment apart. */
  usedBy: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(['draft', 'live', 'paused', 'ended']),
    }),
  ),
})
export type Segment = z.infer<typeof segmentSchema>

export const segmentListQuerySchema = z.object({
  archived: z.stringbool().optional(),
  /** Counts the customers of each. */
  counts: z.stringbool().optional(),
})

export const segmentListSchema = z.object({
  /** `count` is null where it was not asked for or took too long. */
  items: z.array(segmentSchema.extend({ count: segmentCountSchema.nullable() })),
})
export type SegmentListItem = z.infer<typeof segmentListSchema>['items'][number]

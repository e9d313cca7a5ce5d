import { z } from 'zod'

const idSchema = z.string().min(1).max(40)

/** Step 6: how the campaign is tried out against a static benchmark. */
export const pilotSchema = z.object({
  /** Segments that enter the pilot; empty means everybody. */
  segmentIds: z.array(idSchema).max(50),
  /** Slots that vary; every other slot shows its benchmark asset. */
  slotKeys: z
    .array(z.string().min(1).max(40))
    .min(1, 'Choose at least one slot that varies')
    .max(20),
  placementIds: z.array(idSchema).min(1, 'Choose at least one placement').max(200),
  trafficShare: z.number().gt(0, 'Give the pilot some traffic').max(1),
  holdoutShare: z.number().min(0).max(0.9, 'Leave at least 10 % of the pilot to the dynamic ad'),
  /** The static creative: one asset for each slot. */
  benchmark: z.record(z.string().max(40), idSchema),
  explorationFloor: z.number().min(0.01).max(0.5).default(0.05),
  /** What was seen so many days ago counts half for the learner; never less, if left out. */
  halfLifeDays: z.number().int().min(1).max(365).optional(),
})
export type Pilot = z.infer<typeof pilotSchema>

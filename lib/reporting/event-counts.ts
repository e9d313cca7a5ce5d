import { z } from 'zod'

/** Counted events of a stretch of days; invalid traffic is in none of them. */
export const eventCountsSchema = z.object({
  impressions: z.number(),
  viewables: z.number(),
  clicks: z.number(),
  conversions: z.number(),
  valueMicros: z.number(),
  /** Visits to the landing page that reported engagement. */
  visits: z.number(),
  /** Those of them that went on to a second page. */
  secondPages: z.number(),
  pages: z.number(),
  engagedMs: z.number(),
})
export type EventCounts = z.infer<typeof eventCountsSchema>

export const COUNT_NAMES = Object.keys(eventCountsSchema.shape) as (keyof EventCounts)[]

export function addCounts(rows: readonly EventCounts[]): EventCounts {
  const total = (name: keyof EventCounts) => rows.reduce((sum, row) => sum + row[name], 0)
  return Object.fromEntries(COUNT_NAMES.map((name) => [name, total(name)])) as EventCounts
}

import { z } from 'zod'

/** Usage rights that end within this many days are worth a warning. */
export const RIGHTS_ENDING_DAYS = 30
const DAY_MS = 86_400_000

export const rightsStatusSchema = z.enum(['fine', 'ending', 'ended', 'not_yet'])
export type RightsStatus = z.infer<typeof rightsStatusSchema>

/** When an asset may be used; no limit where null. */
export interface RightsWindow {
  readonly rightsStartAt: Date | null
  readonly rightsEndAt: Date | null
}

/** How the usage rights stand at `now`: from the start on, until just before the end. */
export function findRightsStatus(rights: RightsWindow, now: Date): RightsStatus {
  const { rightsStartAt, rightsEndAt } = rights
  if (rightsEndAt && rightsEndAt <= now) return 'ended'
  if (rightsStartAt && rightsStartAt > now) return 'not_yet'
  return rightsEndAt && rightsEndAt <= rightsEndingBefore(now) ? 'ending' : 'fine'
}

/** Rights that end by this moment are ending soon. */
export function rightsEndingBefore(now: Date): Date {
  return new Date(now.getTime() + RIGHTS_ENDING_DAYS * DAY_MS)
}

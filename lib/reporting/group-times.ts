import { addArmSums, type ArmSums } from './arm-sums'

/** Counts of one arm in a stretch of time that begins at `startsAtMs`. */
export interface TimeGroup {
  readonly startsAtMs: number
  readonly arm: string
  readonly counts: ArmSums
}

const MINUTE_MS = 60_000
/** Steps a clock knows, so that points lie where people expect them. */
const STEPS_MINUTES = [5, 10, 15, 30, 60, 120, 180] as const
/** More than this many points of one arm only draw noise. */
const MAX_POINTS = 32

/** The finest step, in minutes, that shows the whole stretch in few enough points. */
export function chooseTimeStep(firstMs: number, lastMs: number): number {
  const minutes = (lastMs - firstMs) / MINUTE_MS
  return STEPS_MINUTES.find((step) => minutes / step < MAX_POINTS) ?? 180
}

/** Groups put together into steps of `stepMinutes` from midnight UTC, in order of time. */
export function groupTimes(groups: readonly TimeGroup[], stepMinutes: number): TimeGroup[] {
  const stepMs = stepMinutes * MINUTE_MS
  const byStep = new Map<string, TimeGroup>()
  for (const { startsAtMs, arm, counts } of groups) {
    const start = Math.floor(startsAtMs / stepMs) * stepMs
    const key = `${start} ${arm}`
    const known = byStep.get(key)
    const sum = known ? addArmSums([known.counts, counts]) : counts
    byStep.set(key, { startsAtMs: start, arm, counts: sum })
  }
  return [...byStep.values()].sort((a, b) => a.startsAtMs - b.startsAtMs)
}

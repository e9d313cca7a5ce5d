import { uniformOf } from '@/lib/math/hash'
import type { DecisionReason } from './decision-reason'
import type { PreparedSnapshot } from './prepare-snapshot'

/** Independent streams of the decision's seed. Changing one changes every replay. */
export const STREAMS = { traffic: 1, holdout: 2, slots: 3 } as const

export interface ArmAssignment {
  readonly arm: 'dynamic' | 'holdout' | 'outside'
  readonly reason: DecisionReason
}

const ASSIGNMENTS = {
  flight: { arm: 'outside', reason: 'outside-flight' },
  segments: { arm: 'outside', reason: 'outside-segments' },
  traffic: { arm: 'outside', reason: 'outside-traffic' },
  holdout: { arm: 'holdout', reason: 'holdout' },
  dynamic: { arm: 'dynamic', reason: 'assembled' },
} as const satisfies Record<string, ArmAssignment>

/**
 * Which arm of the experiment this decision belongs to. The flight runs from its start
 * (included) to its end (excluded), in milliseconds since the epoch. Pilot and holdout are drawn
 * from two streams of the seed, so the holdout is a fair sample of the pilot.
 */
export function assignArm(
  prepared: PreparedSnapshot,
  input: { readonly segmentIds: readonly string[]; readonly seed: number; readonly nowMs: number },
): ArmAssignment {
  const { flight, experiment } = prepared.snapshot
  if (!(input.nowMs >= flight.startsAtMs && input.nowMs < flight.endsAtMs)) {
    return ASSIGNMENTS.flight
  }
  if (
    experiment.segmentIds.length > 0 &&
    !experiment.segmentIds.some((id) => input.segmentIds.includes(id))
  ) {
    return ASSIGNMENTS.segments
  }
  if (uniformOf(input.seed, STREAMS.traffic) >= experiment.trafficShare) return ASSIGNMENTS.traffic
  if (uniformOf(input.seed, STREAMS.holdout) < experiment.holdoutShare) return ASSIGNMENTS.holdout
  return ASSIGNMENTS.dynamic
}

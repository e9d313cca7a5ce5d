import type { Snapshot } from '@/lib/decision/snapshot'
import type { SpaceInput } from './space'

/** What a compiled campaign can show. */
export function spaceInputOf(
  snapshot: Pick<Snapshot, 'slots' | 'rules' | 'constraints' | 'experiment'>,
): SpaceInput {
  const { slots, rules, constraints, experiment } = snapshot
  return { slots, rules, constraints, benchmark: experiment.benchmark }
}

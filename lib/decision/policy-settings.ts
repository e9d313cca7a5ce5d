import type { Constraint } from './constraint'
import type { Snapshot } from './snapshot'

/** What a published campaign asks of every policy that serves it. */
export interface PolicySettings {
  /** Chance shared evenly among the possible assets of every slot, 0 to 1. */
  readonly explorationFloor: number
  readonly constraints: readonly Constraint[]
}

export function policySettingsOf({ learning, constraints }: Snapshot): PolicySettings {
  return { explorationFloor: learning.explorationFloor, constraints }
}

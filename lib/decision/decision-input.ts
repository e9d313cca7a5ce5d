import type { AdSize } from './ad-size'
import type { ContextFields } from './field-index'

/** Everything a decision depends on besides the snapshot and the policy. */
export interface DecisionInput {
  /** UUIDv7 made at `nowMs`. */
  readonly id: string
  readonly placementId: string
  readonly size: AdSize
  /** The gated fields of the `AdContext`. */
  readonly fields: ContextFields
  /** From `resolveSegments`: campaign order. */
  readonly segmentIds: readonly string[]
  /** The purposes that the `AdContext` was allowed. */
  readonly purposes: readonly string[]
  readonly feedVersion: number
  /** Unsigned 32-bit; every random choice of the decision follows from it. */
  readonly seed: number
  readonly nowMs: number
  /** Replay only: see `EligibilityInput`. */
  readonly recordedRuleIds?: readonly string[] | undefined
}

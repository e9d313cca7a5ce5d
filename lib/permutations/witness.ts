import type { Box, Row } from './box'
import type { Space } from './space'

/** A combination that violates a guardrail, and which of its elements are enough to do so. */
export interface Witness {
  /**
   * The slots of those elements, ascending: whatever the others show, it is violated. None where
   * every combination violates it.
   */
  readonly slots: readonly number[]
  /** A whole reachable combination that holds them. */
  readonly row: Row
  /** It is the static ad, and nothing that is drawn violates it. */
  readonly isBenchmark: boolean
}

/** The static ad, with the fewest elements that one of the boxes it lies in asks for. */
export function benchmarkWitness(row: Row, space: Space, boxes: readonly Box[]): Witness {
  const slots = boxes
    .map((box) =>
      box
        .filter(({ assets }) => assets.includes(0))
        .map(({ slot }) => slot)
        .sort((one, other) => one - other),
    )
    .reduce((fewest, own) => (own.length < fewest.length ? own : fewest), [...space.slots.keys()])
  return { slots, row, isBenchmark: true }
}

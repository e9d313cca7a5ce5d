/** Whoever plays a simulated world: ours, or one of those that it is compared with. */
export interface Player {
  /** The layout to show in a cell; counts as an impression. Rounds are numbered from 0. */
  play(cell: number, round: number): number
  /** A success in `round` of the impression in `shownAt`, the same round unless it is delayed. */
  reward(cell: number, layout: number, shownAt: number, round: number): void
  /** From now on only these assets of each slot may be shown. Until told, all may. */
  offer?(assets: readonly (readonly number[])[]): void
}

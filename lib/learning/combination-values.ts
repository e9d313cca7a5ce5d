import type { Random } from '@/lib/math/random'
import type { CellBelief, Gaussians } from './cell-belief'

const at = (values: Float64Array | undefined, index: number) => values?.[index] ?? 0

/** Values of the assets and pairs of one cell in one world that the belief holds possible. */
export class CombinationValues {
  private readonly slots: readonly Float64Array[]
  private readonly pairs: readonly Float64Array[]
  /** Of each slot, the pairs it is in. */
  private readonly pairsOfSlot: readonly (readonly number[])[]
  private readonly sums: Float64Array

  constructor(private readonly belief: CellBelief) {
    this.slots = belief.slots.map(({ means }) => new Float64Array(means.length))
    this.pairs = belief.pairs.map(({ means }) => new Float64Array(means.length))
    this.sums = new Float64Array(Math.max(0, ...this.slots.map(({ length }) => length)))
    this.pairsOfSlot = belief.slots.map((_, slot) =>
      belief.pairs.flatMap(({ first, second }, pair) =>
        first === slot || second === slot ? [pair] : [],
      ),
    )
  }

  /** Draws another world. `spread` scales the standard deviations; 0 is the mean world. */
  draw(spread: number, random: Random): void {
    this.belief.slots.forEach((own, slot) => fill(this.slots[slot], own, spread, random))
    this.belief.pairs.forEach((both, pair) => fill(this.pairs[pair], both, spread, random))
  }

  /** Value of an asset without its pairs. */
  ownValue(slot: number, asset: number): number {
    return at(this.slots[slot], asset)
  }

  /**
   * What each asset of a slot would add to the value of a row. The answer is good until the next
   * question: it is asked for some thousand times a draw.
   */
  valuesIn(picks: ArrayLike<number>, slot: number): Float64Array {
    const sums = this.sums.subarray(0, this.slots[slot]?.length)
    sums.set(this.slots[slot] ?? [])
    for (const index of this.pairsOfSlot[slot] ?? []) {
      const pair = this.belief.pairs[index]
      const values = this.pairs[index]
      if (!pair || !values) continue
      const isFirst = pair.first === slot
      const step = isFirst ? pair.width : 1
      let entry = isFirst ? (picks[pair.second] ?? 0) : (picks[pair.first] ?? 0) * pair.width
      for (let asset = 0; asset < sums.length; asset++, entry += step) {
        sums[asset] = (sums[asset] ?? 0) + (values[entry] ?? 0)
      }
    }
    return sums
  }

  /** Value of the row that begins at `start`. */
  valueOf(picks: ArrayLike<number>, start = 0): number {
    let value = 0
    for (let slot = 0; slot < this.slots.length; slot++) {
      value += at(this.slots[slot], picks[start + slot] ?? 0)
    }
    for (let index = 0; index < this.pairs.length; index++) {
      const pair = this.belief.pairs[index]
      if (!pair) continue
      const entry =
        (picks[start + pair.first] ?? 0) * pair.width + (picks[start + pair.second] ?? 0)
      value += at(this.pairs[index], entry)
    }
    return value
  }
}

function fill(
  values: Float64Array | undefined,
  { means, deviations }: Gaussians,
  spread: number,
  random: Random,
): void {
  if (!values) return
  for (let entry = 0; entry < values.length; entry++) {
    const noise = spread === 0 ? 0 : spread * at(deviations, entry) * random.nextGaussian()
    values[entry] = at(means, entry) + noise
  }
}

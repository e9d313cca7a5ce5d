/** Weighted combinations of picks; the weights of equal combinations add up. */
export class CombinationSet {
  private readonly indexes = new Map<string, number>()
  private readonly rows: number[] = []
  private readonly weights: number[] = []

  get size(): number {
    return this.weights.length
  }

  add(picks: Uint16Array, weight: number): void {
    const key = String.fromCharCode(...picks)
    const known = this.indexes.get(key)
    if (known !== undefined) {
      this.weights[known] = (this.weights[known] ?? 0) + weight
      return
    }
    this.indexes.set(key, this.weights.length)
    this.weights.push(weight)
    for (let slot = 0; slot < picks.length; slot++) this.rows.push(picks[slot] ?? 0)
  }

  /** Combinations of `width` slots, their weights multiplied by `factor`. */
  addAll({ picks, weights }: Combinations, width: number, factor: number): void {
    for (let row = 0; row < weights.length; row++) {
      this.add(picks.subarray(row * width, (row + 1) * width), (weights[row] ?? 0) * factor)
    }
  }

  /** In the order in which they were first added, with their weights scaled to sum to 1. */
  normalise(): Combinations {
    let total = 0
    for (const weight of this.weights) total += weight
    return {
      picks: Uint16Array.from(this.rows),
      weights: Float64Array.from(this.weights, (weight) => weight / total),
    }
  }
}

/** `picks` row by row, as many to a row as there are slots; one weight a row. */
export interface Combinations {
  readonly picks: Uint16Array
  readonly weights: Float64Array
}

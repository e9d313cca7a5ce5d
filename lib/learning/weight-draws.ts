import { deriveSeed, hashString } from '@/lib/math/hash'
import { createRandom } from '@/lib/math/random'
import { factorise, packedIndex, solveUpper } from '@/lib/math/symmetric-matrix'
import { priorOf, weightOf } from './posterior'
import type { Model, Posterior } from './posterior'

/**
 * Seeded draws from the whole posterior: weights that data has seen together move together. A
 * weight without evidence is drawn by itself, the same whoever asks first.
 */
export class WeightDraws {
  private readonly known = new Map<string, Float64Array>()

  /** Those of the value model, where there is one. */
  readonly value: WeightDraws | null

  constructor(
    private readonly model: Model & Pick<Partial<Posterior>, 'value'>,
    readonly count: number,
    private readonly seed: number,
  ) {
    this.value = model.value ? new WeightDraws(model.value.model, count, deriveSeed(seed, 1)) : null
    this.drawJointly()
  }

  /** The draws of one weight, on the logit scale. */
  of(key: string): Float64Array {
    const known = this.known.get(key)
    if (known) return known
    const [mean, precision] = weightOf(this.model, key)
    const random = createRandom(hashString(key, this.seed))
    const deviation = 1 / Math.sqrt(precision)
    const draws = Float64Array.from(
      { length: this.count },
      () => mean + deviation * random.nextGaussian(),
    )
    this.known.set(key, draws)
    return draws
  }

  private drawJointly(): void {
    const { evidence, priors } = this.model
    if (!evidence) return
    const { keys } = evidence
    const precision = evidence.information.slice()
    for (const [index, key] of keys.entries()) {
      const entry = packedIndex(index, index)
      precision[entry] = (precision[entry] ?? 0) + priorOf(priors, key)[1]
    }
    const factor = factorise(precision, keys.length)
    // Evidence is checked when it is read; without it each weight is drawn by itself.
    if (!factor) return
    const draws = keys.map((key) => {
      const all = new Float64Array(this.count)
      this.known.set(key, all)
      return { all, mean: weightOf(this.model, key)[0] }
    })
    const random = createRandom(this.seed)
    const noise = new Float64Array(keys.length)
    for (let draw = 0; draw < this.count; draw++) {
      for (let index = 0; index < noise.length; index++) noise[index] = random.nextGaussian()
      const deviations = solveUpper(factor, noise)
      for (const [index, { all, mean }] of draws.entries()) {
        all[draw] = mean + (deviations[index] ?? 0)
      }
    }
  }
}

import { factorise, inverseDiagonal, packedIndex, packedLength } from '@/lib/math/symmetric-matrix'
import { multiplyPacked, solveFactored } from '@/lib/math/symmetric-matrix'
import type { PackedMatrix } from '@/lib/math/symmetric-matrix'
import { MAX_STEP } from './find-mode'
import type { Mode } from './find-mode'
import { priorOf, weightOf } from './posterior'
import type { Gaussian, Model, Priors } from './posterior'
import { sizeFamilies } from './size-families'
import type { FamilyMoments } from './size-families'
import { familyOf, partsOf } from './weight-key'
import type { Family, SizedFamily } from './weight-key'

/**
 * Up to how many joint weights a weight of each family still becomes one of them. Beyond, it is
 * held alone (mean-field): the joint form costs the cube of its size in time, the square in memory.
 * Pairs become joint only where all pairs of the known assets have room: a choice among them would
 * be arbitrary.
 */
const JOINT_LIMITS: Readonly<Record<Family, number>> = {
  intercept: 1000,
  context: 1000,
  main: 1000,
  interaction: 500,
  pair: 1000,
}

/**
 * A weight held alone counts its evidence at half: mean-field is too sure of what depends on
 * others. In the simulator's 10,000 layouts that earned as much as holding all weights jointly.
 */
const ALONE_CREDIT = 0.5

const at = (values: Float64Array, index: number) => values[index] ?? 0

/** Those of four slots of ten assets. */
const MAX_JOINT_PAIRS = 600

/** Pairs of assets of two slots, of all assets that some weight names. */
function countPossiblePairs(keys: readonly string[]): number {
  const assetsBySlot = new Map<string, number>()
  for (const key of keys) {
    if (familyOf(key) !== 'main') continue
    const [slot = ''] = partsOf(key)
    assetsBySlot.set(slot, (assetsBySlot.get(slot) ?? 0) + 1)
  }
  const counts = [...assetsBySlot.values()]
  const total = counts.reduce((sum, count) => sum + count, 0)
  const squares = counts.reduce((sum, count) => sum + count * count, 0)
  return (total * total - squares) / 2
}

/** Weights and the sizes of the families they were learnt under. */
export interface Learnt {
  readonly believed: BelievedWeights
  readonly priors: Priors
}

/** A posterior taken apart for learning: what data says, and the prior, kept apart. */
export class BelievedWeights {
  readonly jointKeys: string[]
  readonly aloneKeys: string[]
  /** Information of the data alone: packed for the joint weights, the diagonal for the others. */
  readonly information: PackedMatrix
  readonly aloneInformation: number[]
  /** Joint ones first. */
  readonly means: number[]
  /** In the order of the means. */
  readonly keys: readonly string[]
  private readonly families: readonly Family[]
  private readonly positionByKey = new Map<string, number>()

  constructor(posterior: Model, designKeys: readonly string[]) {
    const { keys = [], information = new Float64Array(0) } = posterior.evidence ?? {}
    const isJoint = new Set(keys)
    this.jointKeys = [...keys]
    this.aloneKeys = Object.keys(posterior.weights).filter((key) => !isJoint.has(key))
    const isNew = (key: string) => !isJoint.has(key) && !Object.hasOwn(posterior.weights, key)
    const fresh = designKeys.filter(isNew)
    const pairCount = countPossiblePairs([...Object.keys(posterior.weights), ...fresh])
    for (const key of fresh) {
      const family = familyOf(key)
      const hasRoom =
        this.jointKeys.length < JOINT_LIMITS[family] &&
        (family !== 'pair' || pairCount <= MAX_JOINT_PAIRS)
      ;(hasRoom ? this.jointKeys : this.aloneKeys).push(key)
    }
    this.information = new Float64Array(packedLength(this.jointKeys.length))
    this.information.set(information)
    this.aloneInformation = this.aloneKeys.map((key) => {
      const [, precision] = weightOf(posterior, key)
      return Math.max(0, precision - priorOf(posterior.priors, key)[1])
    })
    this.keys = [...this.jointKeys, ...this.aloneKeys]
    this.families = this.keys.map(familyOf)
    this.means = this.keys.map((key) => weightOf(posterior, key)[0])
    for (const [position, key] of this.keys.entries()) this.positionByKey.set(key, position)
  }

  get jointCount(): number {
    return this.jointKeys.length
  }

  positionOf(key: string): number {
    return this.positionByKey.get(key) ?? -1
  }

  /** Information plus the prior's precision, packed. */
  jointPrecision(priors: Priors): PackedMatrix {
    const precision = this.information.slice()
    for (let index = 0; index < this.jointCount; index++) {
      const entry = packedIndex(index, index)
      precision[entry] = at(precision, entry) + this.priorPrecision(priors, index)
    }
    return precision
  }

  private priorPrecision(priors: Priors, position: number): number {
    const family = this.families[position] ?? 'intercept'
    return 1 / (family === 'intercept' ? priors.intercept.variance : priors[family])
  }

  /** The prior's own pull at a weight: its precision times its mean, 0 but for the intercept. */
  private priorScore({ intercept }: Priors, position: number): number {
    return this.families[position] === 'intercept' ? intercept.mean / intercept.variance : 0
  }

  alonePrecisions(priors: Priors): Float64Array {
    return Float64Array.from(
      this.aloneKeys,
      (_, index) =>
        (this.aloneInformation[index] ?? 0) + this.priorPrecision(priors, this.jointCount + index),
    )
  }

  /** Takes in what a batch said at its mode. */
  add({ means, jointInformation, aloneInformation }: Mode): void {
    for (let entry = 0; entry < jointInformation.length; entry++) {
      this.information[entry] = at(this.information, entry) + at(jointInformation, entry)
    }
    for (let index = 0; index < aloneInformation.length; index++) {
      this.aloneInformation[index] =
        (this.aloneInformation[index] ?? 0) + ALONE_CREDIT * at(aloneInformation, index)
    }
    for (const [position, mean] of means.entries()) this.means[position] = mean
  }

  /**
   * Learns the sizes of the families from the weights as they are now, and moves the weights to
   * where they belong under the new sizes. Null where the joint precision is broken.
   */
  resize(priors: Priors, start: Priors, steps: number): Priors | null {
    let sized = priors
    let factor = factorise(this.jointPrecision(sized), this.jointCount)
    const score = this.scoreUnder(sized)
    for (let step = 0; step < steps; step++) {
      if (!factor) return null
      const next = sizeFamilies(sized, start, this.momentsOf(factor, sized))
      factor = factorise(this.jointPrecision(next), this.jointCount)
      if (!factor) return null
      const means = this.solve(next, score, factor)
      // Evidence so odd that the prior alone holds a weight in place is no ground for another one.
      if (means.some((mean, index) => !(Math.abs(mean - (this.means[index] ?? 0)) <= MAX_STEP))) {
        return sized
      }
      means.forEach((mean, index) => (this.means[index] = mean))
      sized = next
    }
    return sized
  }

  /**
   * Keeps only a share of the evidence: the means fall back towards the prior accordingly. False
   * where the joint precision is broken.
   */
  forget(priors: Priors, kept: number): boolean {
    const score = this.scoreUnder(priors).map((value) => kept * value)
    for (const [entry, value] of this.information.entries()) this.information[entry] = kept * value
    for (const [index, value] of this.aloneInformation.entries()) {
      this.aloneInformation[index] = kept * value
    }
    const factor = factorise(this.jointPrecision(priors), this.jointCount)
    if (!factor) return false
    this.solve(priors, score, factor).forEach((mean, index) => (this.means[index] = mean))
    return true
  }

  /**
   * Adds what others learnt since `base`, under whatever sizes of the families. False where the
   * joint precision is broken.
   */
  addNews(base: Learnt, news: readonly Learnt[]): boolean {
    const score = this.scoreUnder(base.priors)
    for (const { sign, learnt } of [
      ...news.map((learnt) => ({ sign: 1, learnt })),
      { sign: -news.length, learnt: base },
    ]) {
      this.addInformation(sign, learnt.believed)
      const own = learnt.believed.scoreUnder(learnt.priors)
      for (const [position, key] of learnt.believed.keys.entries()) {
        const to = this.positionOf(key)
        score[to] = at(score, to) + sign * at(own, position)
      }
    }
    const factor = factorise(this.jointPrecision(base.priors), this.jointCount)
    if (!factor) return false
    this.solve(base.priors, score, factor).forEach((mean, index) => (this.means[index] = mean))
    return true
  }

  private addInformation(
    sign: number,
    { jointKeys, information, ...other }: BelievedWeights,
  ): void {
    const positions = jointKeys.map((key) => this.positionOf(key))
    for (const [i, to] of positions.entries()) {
      for (let j = 0; j <= i; j++) {
        const entry = packedIndex(to, positions[j] ?? 0)
        // Two weights held alone here: what they know of each other is not kept.
        if (Math.max(to, positions[j] ?? 0) >= this.jointCount) continue
        const value = at(information, packedIndex(i, j))
        this.information[entry] = at(this.information, entry) + sign * value
      }
    }
    for (const [index, key] of other.aloneKeys.entries()) {
      const to = this.positionOf(key) - this.jointCount
      if (to < 0) continue
      const value = other.aloneInformation[index] ?? 0
      this.aloneInformation[to] = (this.aloneInformation[to] ?? 0) + sign * value
    }
  }

  private momentsOf(factor: PackedMatrix, priors: Priors): Record<SizedFamily, FamilyMoments> {
    const moments = {
      context: { sumOfSquares: 0, settled: 0 },
      main: { sumOfSquares: 0, settled: 0 },
      interaction: { sumOfSquares: 0, settled: 0 },
      pair: { sumOfSquares: 0, settled: 0 },
    }
    const jointVariances = inverseDiagonal(factor, this.jointCount)
    const alonePrecisions = this.alonePrecisions(priors)
    for (const [position, family] of this.families.entries()) {
      if (family === 'intercept') continue
      const isJoint = position < this.jointCount
      const variance = isJoint
        ? at(jointVariances, position)
        : 1 / at(alonePrecisions, position - this.jointCount)
      moments[family].sumOfSquares += (this.means[position] ?? 0) ** 2
      moments[family].settled += Math.max(0, 1 - variance / priors[family])
    }
    return moments
  }

  /** What the data alone says at every weight: its precision times its mode. */
  private scoreUnder(priors: Priors): Float64Array {
    const joint = Float64Array.from(this.means.slice(0, this.jointCount))
    const score = new Float64Array(this.means.length)
    score.set(multiplyPacked(this.jointPrecision(priors), joint))
    for (const [index, precision] of this.alonePrecisions(priors).entries()) {
      const position = this.jointCount + index
      score[position] = precision * (this.means[position] ?? 0)
    }
    return score.map((value, position) => value - this.priorScore(priors, position))
  }

  /** Means under a prior, given what the data says and the factor of the joint precision. */
  private solve(priors: Priors, score: Float64Array, factor: PackedMatrix): number[] {
    const total = score.map((value, position) => value + this.priorScore(priors, position))
    const alone = [...this.alonePrecisions(priors)].map(
      (precision, index) => at(total, this.jointCount + index) / precision,
    )
    return [...solveFactored(factor, total.subarray(0, this.jointCount)), ...alone]
  }

  /** Mean and conditional precision of every weight, in the order of their keys. */
  toWeights(priors: Priors): Record<string, Gaussian> {
    const joint = this.jointPrecision(priors)
    const alone = this.alonePrecisions(priors)
    const entries = this.keys.map((key, position) => {
      const precision =
        position < this.jointCount
          ? at(joint, packedIndex(position, position))
          : at(alone, position - this.jointCount)
      return [key, [this.means[position] ?? 0, precision]] as [string, Gaussian]
    })
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

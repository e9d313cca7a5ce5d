import type { Box, Domains, Mask } from './box'
import type { Weights } from './maximise-sum'

/** Steps beyond which a count is given up. */
const MAX_STEPS = 300_000

export interface SumAbove {
  readonly weights: Weights
  readonly limit: number
}

/** A beginning of combinations, and how many there are of it. */
interface Beginning {
  /** Bits of the boxes that hold everything chosen so far of their slots. */
  readonly held: bigint
  /** Infinity once every ending takes it beyond the limit. */
  readonly sum: number
  count: number
}

/** Assets of a slot that no box and no weight tells apart. */
interface Choice {
  readonly inside: bigint
  readonly weight: number
  readonly times: number
}

/**
 * Counts the combinations of some slots that lie in none of the boxes, and add up to more than a
 * limit if one is given: slot by slot, keeping of each beginning only the boxes it may still fall
 * into and its sum, and how many beginnings are alike. Null if that takes too many steps.
 */
export function countInOrder(
  domains: Domains,
  boxes: readonly Box[],
  slots: readonly number[],
  above: SumAbove = { weights: [], limit: -1 },
): number | null {
  const stages = slots.map((slot, position) =>
    stageOf(domains, boxes, slots, slot, position, above),
  )
  const rests = restsOf(stages)
  const start = settle(0, rests[0], above.limit)
  if (start === null) return 0
  let beginnings: Beginning[] = [{ held: 0n, sum: start, count: 1 }]
  let steps = 0
  for (const [position, { choices, starting, touching, closing }] of stages.entries()) {
    const next = new Map<string, Beginning>()
    for (const { held, sum, count } of beginnings) {
      for (const { inside, weight, times } of choices) {
        if (++steps > MAX_STEPS) return null
        const holding = (held | starting) & ~(touching & ~inside)
        const reached = settle(sum + weight, rests[position + 1], above.limit)
        if ((holding & closing) !== 0n || reached === null) continue
        const key = `${holding} ${reached}`
        const known = next.get(key)
        if (known) known.count += count * times
        else next.set(key, { held: holding, sum: reached, count: count * times })
      }
    }
    beginnings = [...next.values()]
  }
  return beginnings.reduce((total, { count }) => total + count, 0)
}

/** A sum as far as it is still open: Infinity if it is surely beyond the limit, null if never. */
function settle(
  sum: number,
  rest: { least: number; most: number } | undefined,
  limit: number,
): number | null {
  const { least, most } = rest ?? { least: 0, most: 0 }
  if (sum + least > limit) return Number.POSITIVE_INFINITY
  return sum + most > limit ? sum : null
}

function stageOf(
  domains: Domains,
  boxes: readonly Box[],
  slots: readonly number[],
  slot: number,
  position: number,
  { weights }: SumAbove,
) {
  const bitsWhere = (holds: (positions: number[]) => boolean): bigint =>
    boxes.reduce(
      (bits, box, index) =>
        holds(box.map((part) => slots.indexOf(part.slot))) ? bits | (1n << BigInt(index)) : bits,
      0n,
    )
  return {
    starting: bitsWhere((positions) => Math.min(...positions) === position),
    touching: bitsWhere((positions) => positions.includes(position)),
    closing: bitsWhere((positions) => Math.max(...positions) === position),
    choices: listChoices(domains[slot] ?? new Uint8Array(), boxes, slot, weights[slot] ?? []),
  }
}

function listChoices(
  domain: Mask,
  boxes: readonly Box[],
  slot: number,
  weights: readonly number[],
): Choice[] {
  const choices = new Map<string, Choice>()
  for (const [asset, held] of domain.entries()) {
    if (held === 0) continue
    const inside = boxes.reduce(
      (bits, box, index) =>
        box.some((part) => part.slot === slot && part.assets[asset] === 1)
          ? bits | (1n << BigInt(index))
          : bits,
      0n,
    )
    const weight = weights[asset] ?? 0
    const key = `${inside} ${weight}`
    choices.set(key, { inside, weight, times: (choices.get(key)?.times ?? 0) + 1 })
  }
  return [...choices.values()]
}

/** From each stage on, the least and the most that is still to come. */
function restsOf(stages: readonly { readonly choices: readonly Choice[] }[]) {
  const rests = [{ least: 0, most: 0 }]
  for (const { choices } of stages.toReversed()) {
    const weights = choices.map(({ weight }) => weight)
    const [after = { least: 0, most: 0 }] = rests
    rests.unshift({
      least: after.least + Math.min(...weights),
      most: after.most + Math.max(...weights),
    })
  }
  return rests
}

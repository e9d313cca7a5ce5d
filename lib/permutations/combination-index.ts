import { type Box, type Domains, type Mask, type Row } from './box'
import { listFirstRows } from './list-first-rows'

/** Steps beyond which combinations are not numbered but listed. */
const MAX_STEPS = 400_000
/** So many are listed where they can't be numbered. */
export const MAX_LISTED = 10_000

export interface CombinationSelection {
  readonly domains: Domains
  /** Combinations in any of these are left out. */
  readonly excluded: readonly Box[]
  /** Only combinations in at least one of these are meant; all if null. */
  readonly anyOf?: readonly Box[] | null
}

/** Combinations by their number, without listing them. */
export interface CombinationIndex {
  readonly count: bigint
  /** False where the pairs are too entangled to number: then it holds the first ones only. */
  readonly isWhole: boolean
  /** The combination of a rank from 0, by the order of slots and of the assets in them; null beyond. */
  at(rank: bigint): Row | null
  /** Null for a combination that is not among them. */
  rankOf(row: Row): bigint | null
}

/**
 * Numbers the combinations of a selection. Slot by slot a node stands for all beginnings that the
 * boxes can't tell apart, and knows how many endings it has; so slots that nothing ties together
 * are plain mixed-radix digits, and of tied ones only what matters is told apart. A selection
 * inside another keeps its order.
 */
export function createCombinationIndex(
  selection: CombinationSelection,
  { maxSteps = MAX_STEPS, maxListed = MAX_LISTED } = {},
): CombinationIndex {
  const diagram = buildDiagram(selection, maxSteps)
  return diagram ? indexOfDiagram(diagram) : indexOfRows(listFirstRows(selection, maxListed))
}

interface Node {
  /** By class of the slot's assets; null where nothing comes of them. */
  readonly children: (Node | null)[]
  count: bigint
}

interface Diagram {
  readonly root: Node
  /** Of each slot the class of each of its assets; -1 for what can't be chosen. */
  readonly classes: readonly Int32Array[]
}

function indexOfDiagram({ root, classes }: Diagram): CombinationIndex {
  const childOf = (node: Node, slot: number, asset: number): Node | null =>
    node.children[classes[slot]?.[asset] ?? -1] ?? null
  return {
    count: root.count,
    isWhole: true,
    at(rank) {
      if (rank < 0n || rank >= root.count) return null
      const row = new Uint16Array(classes.length)
      let node = root
      let rest = rank
      for (const [slot, own] of classes.entries()) {
        for (let asset = 0; asset < own.length; asset++) {
          const child = childOf(node, slot, asset)
          if (!child) continue
          if (rest < child.count) {
            row[slot] = asset
            node = child
            break
          }
          rest -= child.count
        }
      }
      return row
    },
    rankOf(row) {
      let rank = 0n
      let node = root
      for (const slot of classes.keys()) {
        const pick = row[slot] ?? -1
        for (let asset = 0; asset < pick; asset++) {
          rank += childOf(node, slot, asset)?.count ?? 0n
        }
        const child = childOf(node, slot, pick)
        if (!child || child.count === 0n) return null
        node = child
      }
      return rank
    },
  }
}

function indexOfRows({ rows, isWhole }: { rows: readonly Row[]; isWhole: boolean }) {
  const ranks = new Map(rows.map((row, rank) => [row.join(), BigInt(rank)]))
  return {
    count: BigInt(rows.length),
    isWhole,
    at: (rank: bigint) => rows[Number(rank)] ?? null,
    rankOf: (row: Row) => ranks.get(row.join()) ?? null,
  }
}

/** What matters of a beginning: the boxes it lies in so far, and whether it is settled in `anyOf`. */
interface State {
  readonly held: bigint
  readonly isHit: boolean
}

interface Stage {
  readonly classes: Int32Array
  /** Of each class, the bits of the boxes that hold it. */
  readonly inside: readonly bigint[]
  readonly starting: bigint
  readonly touching: bigint
  readonly closing: bigint
}

function buildDiagram(
  { domains, excluded, anyOf = null }: CombinationSelection,
  maxSteps: number,
): Diagram | null {
  const boxes = [...excluded, ...(anyOf ?? [])]
  const excludedBits = (1n << BigInt(excluded.length)) - 1n
  const stages = domains.map((domain, slot) => stageOf(domain, boxes, slot))
  const classes = stages.map((stage) => stage.classes)
  const isNothingLeft = excluded.some((box) => box.length === 0)
  const start: State = {
    held: 0n,
    isHit: anyOf === null || anyOf.some((box) => box.length === 0),
  }
  const root: Node = { children: [], count: 0n }
  if (isNothingLeft) return { root, classes }

  let steps = 0
  let layer = new Map<string, { state: State; node: Node }>([['', { state: start, node: root }]])
  const layers = [layer]
  for (const stage of stages) {
    const next: typeof layer = new Map()
    for (const { state, node } of layer.values()) {
      for (const inside of stage.inside) {
        if (++steps > maxSteps) return null
        const after = advance(state, stage, inside, excludedBits)
        node.children.push(after && nodeOf(next, after))
      }
    }
    layers.push(next)
    layer = next
  }
  for (const { state, node } of layer.values()) node.count = state.isHit ? 1n : 0n
  countBackwards(layers, stages)
  return { root, classes }
}

function advance(
  { held, isHit }: State,
  { starting, touching, closing }: Stage,
  inside: bigint,
  excludedBits: bigint,
): State | null {
  const holding = (held | starting) & ~(touching & ~inside)
  const closed = holding & closing
  if ((closed & excludedBits) !== 0n) return null
  const hit = isHit || closed !== 0n
  const open = holding & ~closing
  return { held: hit ? open & excludedBits : open, isHit: hit }
}

function nodeOf(layer: Map<string, { state: State; node: Node }>, state: State): Node {
  const key = `${state.held} ${state.isHit}`
  const known = layer.get(key)
  if (known) return known.node
  const node: Node = { children: [], count: 0n }
  layer.set(key, { state, node })
  return node
}

function countBackwards(
  layers: readonly ReadonlyMap<string, { node: Node }>[],
  stages: readonly Stage[],
): void {
  for (let slot = stages.length - 1; slot >= 0; slot--) {
    const times = countClasses(stages[slot])
    for (const { node } of layers[slot]?.values() ?? []) {
      node.count = node.children.reduce(
        (sum, child, index) => sum + (child ? child.count * (times[index] ?? 0n) : 0n),
        0n,
      )
    }
  }
}

function countClasses(stage: Stage | undefined): bigint[] {
  const times = (stage?.inside ?? []).map(() => 0n)
  for (const own of stage?.classes ?? []) if (own >= 0) times[own] = (times[own] ?? 0n) + 1n
  return times
}

function stageOf(domain: Mask, boxes: readonly Box[], slot: number): Stage {
  const bitsWhere = (holds: (box: Box) => boolean): bigint =>
    boxes.reduce((bits, box, index) => (holds(box) ? bits | (1n << BigInt(index)) : bits), 0n)
  const slotsOf = (box: Box): number[] => box.map((part) => part.slot)
  const inside: bigint[] = []
  const classes = Int32Array.from(domain, (held, asset) => {
    if (held === 0) return -1
    const bits = bitsWhere((box) =>
      box.some((part) => part.slot === slot && part.assets[asset] === 1),
    )
    const known = inside.indexOf(bits)
    return known >= 0 ? known : inside.push(bits) - 1
  })
  return {
    classes,
    inside,
    starting: bitsWhere((box) => Math.min(...slotsOf(box)) === slot),
    touching: bitsWhere((box) => slotsOf(box).includes(slot)),
    closing: bitsWhere((box) => Math.max(...slotsOf(box)) === slot),
  }
}

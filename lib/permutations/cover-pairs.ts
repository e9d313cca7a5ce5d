import { type Box, createMask, type Domains, narrow, type Row } from './box'
import { findRow } from './find-row'

export interface PairCover {
  /** Together they hold every pair of assets that any combination holds. */
  readonly rows: readonly Row[]
  readonly coveredPairs: number
  /** False where there was no room for all pairs, or the boxes are too entangled to tell. */
  readonly isComplete: boolean
}

/**
 * A few combinations in which every two assets that can meet do meet (a covering array of strength
 * two), none of them in a box. Greedy: each combination begins with a pair that none holds yet,
 * and takes in each other slot what adds the most new pairs. Deterministic. Of a single slot,
 * every asset.
 */
export function coverPairs(domains: Domains, boxes: readonly Box[], maxRows: number): PairCover {
  const open = new OpenPairs(domains)
  const rows: Row[] = []
  let isDecided = true
  for (let pair = open.next(); pair; pair = open.next()) {
    if (rows.length === maxRows) return { rows, coveredPairs: open.covered, isComplete: false }
    const begun = pair.reduce((left, { slot, asset }) => fix(left, slot, asset), domains)
    const found = findRow(begun, boxes)
    if (found.kind !== 'found') {
      if (found.kind === 'undecided') isDecided = false
      open.giveUp(pair)
      continue
    }
    const row = fill(begun, boxes, pair, found.row, open)
    open.cover(row)
    rows.push(row)
  }
  return { rows, coveredPairs: open.covered, isComplete: isDecided }
}

interface Pick {
  readonly slot: number
  readonly asset: number
}

function fix(domains: Domains, slot: number, asset: number): Domains {
  const size = domains[slot]?.length ?? 0
  return narrow(
    domains,
    slot,
    createMask(size, (other) => other === asset),
  )
}

/** Slot by slot the asset with the most new pairs that still leaves a combination. */
function fill(
  begun: Domains,
  boxes: readonly Box[],
  pair: readonly Pick[],
  fallback: Row,
  open: OpenPairs,
): Row {
  const picks = [...pair]
  let left = begun
  let row = fallback
  for (const [slot, domain] of begun.entries()) {
    if (pair.some((pick) => pick.slot === slot)) continue
    const choices = [...domain.keys()]
      .filter((asset) => domain[asset] === 1)
      .map((asset) => ({ asset, gain: open.countWith(picks, { slot, asset }) }))
      .sort((one, other) => other.gain - one.gain || one.asset - other.asset)
    for (const { asset } of choices) {
      const narrowed = fix(left, slot, asset)
      const found = row[slot] === asset ? { kind: 'found' as const, row } : findRow(narrowed, boxes)
      if (found.kind !== 'found') continue
      left = narrowed
      row = found.row
      picks.push({ slot, asset })
      break
    }
  }
  return row
}

/** Which pairs of assets no combination holds yet. */
class OpenPairs {
  covered = 0
  private readonly tables: { one: number; other: number; width: number; open: Uint8Array }[] = []
  private readonly tableOf = new Map<string, Uint8Array>()
  private table = 0
  private position = 0

  constructor(private readonly domains: Domains) {
    // A single slot is paired with itself.
    const slots = [...domains.keys()]
    const pairs = slots.flatMap((one) =>
      slots
        .slice(domains.length === 1 ? one : one + 1)
        .map((other): [number, number] => [one, other]),
    )
    for (const [one, other] of pairs) {
      const [rows, columns] = [domains[one], domains[other]]
      if (!rows || !columns) continue
      const width = columns.length
      const open = Uint8Array.from({ length: rows.length * width }, (_, index) => {
        const [first, second] = [Math.floor(index / width), index % width]
        if (one === other && first !== second) return 0
        return rows[first] === 1 && columns[second] === 1 ? 1 : 0
      })
      this.tables.push({ one, other, width, open })
      this.tableOf.set(`${one} ${other}`, open)
    }
  }

  next(): Pick[] | null {
    for (; this.table < this.tables.length; this.table++, this.position = 0) {
      const table = this.tables[this.table]
      const index = table?.open.indexOf(1, this.position) ?? -1
      if (!table || index < 0) continue
      this.position = index
      const { one, other, width } = table
      return [
        { slot: one, asset: Math.floor(index / width) },
        ...(one === other ? [] : [{ slot: other, asset: index % width }]),
      ]
    }
    return null
  }

  giveUp(pair: readonly Pick[]): void {
    const [one, other = one] = pair
    if (one && other) this.close(one, other)
  }

  cover(row: Row): void {
    for (const { one, other } of this.tables) {
      const first = { slot: one, asset: row[one] ?? 0 }
      if (this.close(first, { slot: other, asset: row[other] ?? 0 })) this.covered++
    }
  }

  countWith(picks: readonly Pick[], added: Pick): number {
    return picks.filter((pick) =>
      pick.slot < added.slot ? this.isOpen(pick, added) : this.isOpen(added, pick),
    ).length
  }

  private indexOf(one: Pick, other: Pick): number {
    return one.asset * (this.domains[other.slot]?.length ?? 0) + other.asset
  }

  private isOpen(one: Pick, other: Pick): boolean {
    return this.tableOf.get(`${one.slot} ${other.slot}`)?.[this.indexOf(one, other)] === 1
  }

  private close(one: Pick, other: Pick): boolean {
    const open = this.tableOf.get(`${one.slot} ${other.slot}`)
    const wasOpen = this.isOpen(one, other)
    if (open) open[this.indexOf(one, other)] = 0
    return wasOpen
  }
}

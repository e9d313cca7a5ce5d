/** Of one slot, which of its assets are meant: 1 at their index. */
export type Mask = Uint8Array

/** A whole combination: of each slot, the index of its asset. */
export type Row = Uint16Array

/**
 * All combinations whose assets lie inside of every part; slots without a part may hold anything.
 * A pair of elements that may not meet is a box of two parts, an element that may not be shown one
 * of a single part. Each slot has one part at most.
 */
export type Box = readonly Part[]

export interface Part {
  readonly slot: number
  readonly assets: Mask
}

/** Of each slot the assets that are left to choose from. */
export type Domains = readonly Mask[]

export function createMask(size: number, holds: (asset: number) => boolean): Mask {
  return Uint8Array.from({ length: size }, (_, asset) => (holds(asset) ? 1 : 0))
}

export function complementOf(mask: Mask): Mask {
  return mask.map((held) => 1 - held)
}

export function isEmpty(mask: Mask): boolean {
  return !mask.includes(1)
}

export function meets(one: Mask, other: Mask): boolean {
  return one.some((held, asset) => held === 1 && other[asset] === 1)
}

export function isInside(inner: Mask, outer: Mask): boolean {
  return inner.every((held, asset) => held === 0 || outer[asset] === 1)
}

export function boxHolds(box: Box, row: Row): boolean {
  return box.every(({ slot, assets }) => assets[row[slot] ?? -1] === 1)
}

/** The domains with one slot narrowed to a mask. */
export function narrow(domains: Domains, slot: number, to: Mask): Domains {
  return domains.map((domain, index) =>
    index === slot ? domain.map((held, asset) => held & (to[asset] ?? 0)) : domain,
  )
}

/** The domains with the slots of a box narrowed to its parts. */
export function narrowToBox(domains: Domains, box: Box): Domains {
  return box.reduce((narrowed, { slot, assets }) => narrow(narrowed, slot, assets), domains)
}

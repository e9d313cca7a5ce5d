/** `×`: a ratio inside one run, the only figure that holds from one machine to another. */
export type Unit = '×' | '/s' | 'ms' | 'µs' | 'B' | 'MB' | 'rows' | '%' | 'of 1'

export interface Target {
  readonly kind: 'atLeast' | 'atMost'
  readonly value: number
}

/** One line of the table. */
export interface Figure {
  readonly label: string
  readonly unit: Unit
  readonly target?: Target
  /** Null where it could not be measured here. */
  readonly value: number | null
}

export const atLeast = (value: number): Target => ({ kind: 'atLeast', value })
export const atMost = (value: number): Target => ({ kind: 'atMost', value })

export function line(label: string, unit: Unit, value: number | null, target?: Target): Figure {
  return target ? { label, unit, value, target } : { label, unit, value }
}

export function isMet(value: number, target: Target): boolean {
  return target.kind === 'atLeast' ? value >= target.value : value <= target.value
}

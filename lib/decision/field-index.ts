import type { Scalar } from './condition'

export type ContextFields = Readonly<Record<string, Scalar>>

/** The values of an index's fields, in its order; undefined where absent. */
export type FieldValues = readonly (Scalar | undefined)[]

export function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

/**
 * A field of the context, or undefined. Own properties only (`constructor` is absent like any
 * other name) and only what a record can keep: text, truth values and finite numbers; never
 * `__proto__`, which no record could hold.
 */
export function readField(fields: ContextFields, name: string): Scalar | undefined {
  const value: unknown = fields[name]
  if (value === undefined || name === '__proto__' || !Object.hasOwn(fields, name)) return undefined
  return isScalar(value) ? value : undefined
}

/** Profile fields are personal: read while deciding, never kept in a record. */
export function isProfileField(name: string): boolean {
  return name.startsWith('profile.')
}

/** The fields that a set of conditions reads, each read once a context instead of once a rule. */
export class FieldIndex {
  readonly names: string[] = []
  private readonly indexes = new Map<string, number>()

  /** The place of a field's value, which is new if the field is. */
  indexOf(name: string): number {
    const known = this.indexes.get(name)
    if (known !== undefined) return known
    this.indexes.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  read(fields: ContextFields): FieldValues {
    return this.names.map((name) => readField(fields, name))
  }
}

import type { Scalar } from './condition'

export type ContextFields = Readonly<Record<string, Scalar>>

export function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

/**
 * A field of the context, or undefined. Own properties only (`constructor` is absent like any
 * other name) and only what a record can keep: text, truth values and finite numbers.
 */
export function readField(fields: ContextFields, name: string): Scalar | undefined {
  if (!Object.hasOwn(fields, name)) return undefined
  const value: unknown = fields[name]
  return isScalar(value) ? value : undefined
}

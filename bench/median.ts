/** The middle one: one disturbed round does not decide. Null as soon as one value is. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length < values.length) return null
  return known.toSorted((left, right) => left - right)[Math.floor(known.length / 2)] ?? null
}

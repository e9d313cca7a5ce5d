import type { Constraint } from './constraint'

/** A pair as a sentence; `nameOf` gives null for an element that is gone. */
export function describePair(
  { kind, first, second }: Constraint,
  nameOf: (member: Constraint['first']) => string | null,
): string {
  const [one, other] = [first, second].map((member) => {
    const name = nameOf(member)
    return name === null ? 'an element that is gone' : `“${name}”`
  })
  const verb = kind === 'together' ? 'always go together' : 'never go together'
  return `${one} and ${other} ${verb}`
}

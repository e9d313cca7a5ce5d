/** Why a case of another engine's suite can not be said in our conditions. */
export class Unmappable extends Error {}

/** The cases that `map` can say, and how many of the others each reason keeps out. */
export function mapCases<Case, Mapped>(
  cases: readonly Case[],
  map: (one: Case, index: number) => Mapped,
): { readonly mapped: readonly Mapped[]; readonly leftOut: Readonly<Record<string, number>> } {
  const mapped: Mapped[] = []
  const leftOut: Record<string, number> = {}
  for (const [index, one] of cases.entries()) {
    try {
      mapped.push(map(one, index))
    } catch (error) {
      if (!(error instanceof Unmappable)) throw error
      leftOut[error.message] = (leftOut[error.message] ?? 0) + 1
    }
  }
  return { mapped, leftOut }
}

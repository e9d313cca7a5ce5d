/** A hole: one ad size, for one kind of viewer. Indexes into the audit's lists. */
export interface Hole {
  readonly size: number
  readonly audience: number
  readonly locale: number | null
}

/** Holes said in one breath. `all`: every audience or language there is. */
export interface Gap {
  readonly sizes: readonly number[]
  readonly audiences: readonly number[] | 'all'
  readonly locales: readonly (number | null)[] | 'all'
}

/**
 * Holes as few gaps as can be, the most general first: what nobody sees is not said once a segment,
 * what nobody of a language sees is not either. `viewers` are all that were counted.
 */
export function mergeGaps(
  holes: readonly Hole[],
  viewers: readonly { readonly audience: number; readonly locale: number | null }[],
): Gap[] {
  const bySize = Map.groupBy(holes, ({ size }) => size)
  const perSize = [...bySize].flatMap(([size, own]) =>
    generalise(own, viewers).map((gap) => ({ ...gap, sizes: [size] })),
  )
  const bySizes = join(perSize, 'sizes')
  return join(join(bySizes, 'audiences'), 'locales').toSorted(
    (a, b) => countWhole(b) - countWhole(a),
  )
}

function countWhole({ audiences, locales }: Gap): number {
  return Number(audiences === 'all') + Number(locales === 'all')
}

function generalise(
  holes: readonly Hole[],
  viewers: readonly { readonly audience: number; readonly locale: number | null }[],
): Omit<Gap, 'sizes'>[] {
  if (holes.length === viewers.length) return [{ audiences: 'all', locales: 'all' }]
  const counts = (list: typeof viewers, side: 'audience' | 'locale') => {
    const count = new Map<number | null, number>()
    for (const one of list) count.set(one[side], (count.get(one[side]) ?? 0) + 1)
    return count
  }
  const [viewersOf, holesOf] = [counts(viewers, 'locale'), counts(holes, 'locale')]
  const wholeLocales = new Set(
    [...holesOf].flatMap(([locale, n]) => (n === viewersOf.get(locale) ? [locale] : [])),
  )
  const rest = holes.filter(({ locale }) => !wholeLocales.has(locale))
  const [viewersIn, restIn] = [
    counts(
      viewers.filter(({ locale }) => !wholeLocales.has(locale)),
      'audience',
    ),
    counts(rest, 'audience'),
  ]
  const wholeAudiences = new Set(
    [...restIn].flatMap(([audience, n]) =>
      audience !== null && n === viewersIn.get(audience) && (n > 1 || viewersOf.size === 1)
        ? [audience]
        : [],
    ),
  )
  return [
    ...[...wholeLocales].map((locale) => ({ audiences: 'all' as const, locales: [locale] })),
    ...[...wholeAudiences].map((audience) => ({ audiences: [audience], locales: 'all' as const })),
    ...rest
      .filter(({ audience }) => !wholeAudiences.has(audience))
      .map(({ audience, locale }) => ({ audiences: [audience], locales: [locale] })),
  ]
}

/** Joins gaps that differ in one respect only. */
function join(gaps: readonly Gap[], side: keyof Gap): Gap[] {
  const others = (['sizes', 'audiences', 'locales'] as const).filter((name) => name !== side)
  const groups = Map.groupBy(gaps, (gap) => JSON.stringify(others.map((name) => gap[name])))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const whole = group.filter((gap) => gap[side] === 'all')
    if (whole.length > 0) return whole
    const parts = group.flatMap((gap) => (gap[side] === 'all' ? [] : [...gap[side]]))
    return [{ ...first, [side]: [...new Set(parts)] }]
  })
}

import type { Scalar } from '@/lib/decision/condition'

export type FeedKind = 'weather' | 'stock' | 'promotion'

/** The newest values of a workspace's feeds, as pushed. */
export interface FeedEntry {
  readonly kind: FeedKind
  /** A place (`NL-NH`, `NL`, `default`), a product id or a promotion id. */
  readonly key: string
  readonly value: unknown
  readonly expiresAtMs: number | null
}

type FeedFields = Readonly<Record<string, Scalar>>

/** Feed values of a workspace, indexed for decisions. */
export interface FeedIndex {
  readonly entries: ReadonlyMap<string, FeedEntry>
  /** Sum of the versions of its feeds: grows with every push. */
  readonly version: number
}

export function createFeedIndex(entries: readonly FeedEntry[], version: number): FeedIndex {
  return {
    entries: new Map(entries.map((entry) => [`${entry.kind}.${entry.key}`, entry])),
    version,
  }
}

export const EMPTY_FEED_INDEX = createFeedIndex([], 0)

/**
 * The feed fields that a campaign reads, at `nowMs`, with the instant at which the first of them
 * expires. `fieldNames` are full names: `weather.condition`, `stock.<id>`, `stock.<id>.quantity`,
 * `promotion.<id>`. Weather is that of the first of `places` that has any.
 */
export function resolveFeedFields(
  index: FeedIndex,
  fieldNames: readonly string[],
  places: readonly string[],
  nowMs: number,
): { readonly fields: FeedFields; readonly expiresAtMs: number } {
  const fields: Record<string, Scalar> = {}
  let expiresAtMs = Number.POSITIVE_INFINITY
  const find = (name: string): FeedEntry | undefined => {
    const entry = index.entries.get(name)
    if (entry?.expiresAtMs === null || !entry) return entry
    if (entry.expiresAtMs <= nowMs) return undefined
    expiresAtMs = Math.min(expiresAtMs, entry.expiresAtMs)
    return entry
  }
  const weather = firstOf(places, (place) => find(`weather.${place}`))
  for (const name of fieldNames) {
    const value = name.startsWith('weather.')
      ? readProperty(weather?.value, name.slice('weather.'.length))
      : readNamed(name, find)
    if (isScalar(value)) fields[name] = value
  }
  return { fields, expiresAtMs }
}

/** Where to look for the weather of a place: its subdivision, its country, then anywhere. */
export function weatherPlaces(country: string | null, region: string | null): string[] {
  if (!country) return ['default']
  const code = region?.startsWith(`${country}-`) ? region : `${country}-${region ?? ''}`
  return region ? [code, country, 'default'] : [country, 'default']
}

/** A product or promotion id may hold dots itself: the whole rest is tried before `id.property`. */
function readNamed(name: string, find: (name: string) => FeedEntry | undefined): unknown {
  const whole = find(name)
  if (whole) return headline(whole)
  const dot = name.lastIndexOf('.')
  return readProperty(find(name.slice(0, dot))?.value, name.slice(dot + 1))
}

/** What `stock.<id>` and `promotion.<id>` mean when the pushed value has several properties. */
function headline({ kind, value }: FeedEntry): unknown {
  if (isScalar(value)) return value
  return readProperty(value, kind === 'stock' ? 'availability' : 'active')
}

function readProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

function firstOf<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

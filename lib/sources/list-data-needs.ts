import type { Condition } from '@/lib/decision/condition'
import { listConditionReferences } from '@/lib/decision/condition-references'
import type { FeedKind } from '@/lib/feeds/feed'
import type { AttributeSummary } from '@/lib/profiles/profile'

export interface DataNeed {
  /** The field's name, or the kind of a feed. */
  readonly id: string
  readonly kind: 'attribute' | FeedKind | 'edge' | 'page' | 'request'
  /** Fields that are read of it. */
  readonly fields: readonly string[]
  /** Names of the segments and rules that read it. */
  readonly usedBy: readonly string[]
  readonly state: 'arrives' | 'stale' | 'partial' | 'missing'
  /** Keys of a feed that are read but were never delivered. */
  readonly missingKeys: readonly string[]
  /** Consented customers who have the attribute. */
  readonly customerCount: number
  readonly lastPushAt: string | null
}

export interface KnownFeed {
  readonly kind: FeedKind
  readonly lastPushAt: string | null
  /** The keys that hold a value now. */
  readonly keys: readonly string[]
}

interface Reader {
  readonly name: string
  readonly condition: Condition
}

const HOUR_MS = 3_600_000
/** How long without a push until a feed no longer tells how things are; a promotion stays true. */
const STALE_AFTER_MS: Record<FeedKind, number> = {
  weather: 3 * HOUR_MS,
  stock: 24 * HOUR_MS,
  promotion: Number.POSITIVE_INFINITY,
}

/** Whether a feed has been silent for so long that what it said may no longer be true. */
export function isFeedStale(kind: FeedKind, lastPushAt: string, nowMs: number): boolean {
  return nowMs - Date.parse(lastPushAt) > STALE_AFTER_MS[kind]
}

const FEED_KINDS: readonly FeedKind[] = ['weather', 'stock', 'promotion']

/**
 * Which data segments and rules read, and whether it arrives: each attribute of customers apart,
 * one need for each feed, and one each for what the page, the edge and the request itself tell.
 */
export function listDataNeeds(
  readers: readonly Reader[],
  attributes: readonly AttributeSummary[],
  feeds: readonly KnownFeed[],
  nowMs: number,
): DataNeed[] {
  const readersOf = new Map<string, Set<string>>()
  for (const { name, condition } of readers) {
    for (const field of listConditionReferences(condition).fields) {
      readersOf.set(field, (readersOf.get(field) ?? new Set()).add(name))
    }
  }
  const groups = new Map<string, string[]>()
  for (const field of readersOf.keys()) {
    const id = groupOf(field)
    groups.set(id, [...(groups.get(id) ?? []), field])
  }
  const needs = [...groups].map(([id, fields]): DataNeed => {
    const base = {
      id,
      fields,
      usedBy: [...new Set(fields.flatMap((field) => [...(readersOf.get(field) ?? [])]))],
      missingKeys: [],
      customerCount: 0,
      lastPushAt: null,
    }
    const feedKind = FEED_KINDS.find((kind) => kind === id)
    if (feedKind) return { ...base, ...checkFeed(feedKind, fields, feeds, nowMs) }
    if (id.startsWith('profile.')) return { ...base, ...checkAttribute(id, attributes) }
    const kind = id === 'edge' || id === 'page' ? id : 'request'
    return { ...base, kind, state: 'arrives' }
  })
  return needs.sort((a, b) => RANKS[a.state] - RANKS[b.state])
}

const RANKS: Record<DataNeed['state'], number> = { missing: 0, partial: 1, stale: 2, arrives: 3 }

function groupOf(field: string): string {
  if (field.startsWith('profile.')) return field
  const prefix = field.slice(0, field.indexOf('.'))
  const feed = FEED_KINDS.find((kind) => kind === prefix)
  if (feed) return feed
  if (prefix === 'place') return 'edge'
  return prefix === 'page' ? 'page' : 'request'
}

function checkAttribute(field: string, attributes: readonly AttributeSummary[]) {
  const name = field.slice('profile.'.length)
  const customerCount = attributes
    .filter((attribute) => attribute.name === name)
    .reduce((sum, { profileCount }) => sum + profileCount, 0)
  const state = customerCount > 0 ? ('arrives' as const) : ('missing' as const)
  return { kind: 'attribute' as const, customerCount, state }
}

function checkFeed(
  kind: FeedKind,
  fields: readonly string[],
  feeds: readonly KnownFeed[],
  nowMs: number,
): Pick<DataNeed, 'kind' | 'state' | 'missingKeys' | 'lastPushAt'> {
  const feed = feeds.find((one) => one.kind === kind)
  const lastPushAt = feed?.lastPushAt ?? null
  if (!feed || lastPushAt === null || feed.keys.length === 0) {
    return { kind, state: 'missing', missingKeys: [], lastPushAt }
  }
  const missingKeys = kind === 'weather' ? [] : listMissingKeys(fields, feed.keys)
  const isStale = isFeedStale(kind, lastPushAt, nowMs)
  const state = missingKeys.length > 0 ? 'partial' : isStale ? 'stale' : 'arrives'
  return { kind, state, missingKeys, lastPushAt }
}

/** A key may hold dots itself: `stock.a.b` is the key `a.b`, or the property `b` of `a`. */
function listMissingKeys(fields: readonly string[], keys: readonly string[]): string[] {
  const known = new Set(keys)
  const missing = fields.flatMap((field) => {
    const whole = field.slice(field.indexOf('.') + 1)
    const dot = whole.lastIndexOf('.')
    const owner = dot < 0 ? whole : whole.slice(0, dot)
    return known.has(whole) || known.has(owner) ? [] : [owner]
  })
  return [...new Set(missing)]
}

import { LRUCache } from 'lru-cache'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Scalar } from '@/lib/decision/condition'
import { CELL_FIELDS } from '@/lib/decision/context-cell'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { prepareSnapshot, type PreparedSnapshot } from '@/lib/decision/prepare-snapshot'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { ShownProduct } from '@/lib/decision/decision-record'
import { pickProducts } from '@/lib/creatives/pick-products'
import { type FeedIndex, resolveFeedFields, weatherPlaces } from '@/lib/serve/feed-fields'
import { readStandings } from '@/lib/serve/product-standings'
import { LivePolicy } from './live-policy'

/** A place for ads as it is routed now. */
export interface LivePlacement {
  readonly id: string
  readonly workspaceId: string
  readonly size: AdSize
  readonly pageCategory: string | null
  readonly campaignId: string | null
}

interface ResolvedFeeds {
  readonly index: FeedIndex
  readonly fields: Readonly<Record<string, Scalar>>
  readonly expiresAtMs: number
}

interface PickedProducts {
  readonly index: FeedIndex
  readonly shown: readonly ShownProduct[] | undefined
  readonly expiresAtMs: number
}

const MAX_REMEMBERED_PLACES = 1_000
const FEED_FIELD = /^(?:weather|stock|promotion)\./

/** What serving holds of a live campaign. */
export class LiveCampaign {
  readonly prepared: PreparedSnapshot
  readonly policy: LivePolicy
  /** The feed fields that its rules, segments and learner read. */
  readonly feedFieldNames: readonly string[]
  /** Those, and the stock of its products. */
  readonly feedNames: readonly string[]
  private readonly productsBySize = new Map<AdSize, PickedProducts>()
  private readonly feedsByPlace = new LRUCache<string, ResolvedFeeds>({
    max: MAX_REMEMBERED_PLACES,
  })

  constructor(
    readonly snapshot: Snapshot,
    predecessor?: LiveCampaign,
  ) {
    this.prepared = prepareSnapshot(snapshot)
    this.policy = new LivePolicy(policySettingsOf(snapshot), predecessor?.policy)
    this.feedFieldNames = listFeedFields(snapshot)
    const products = snapshot.design.products ?? []
    this.feedNames = [...this.feedFieldNames, ...products.map(({ id }) => `stock.${id}`)]
  }

  /** The products that an ad of this size shows now; undefined where none. */
  products(index: FeedIndex, size: AdSize, nowMs: number): readonly ShownProduct[] | undefined {
    const { design } = this.snapshot
    if (!design.products) return undefined
    const known = this.productsBySize.get(size)
    if (known?.index === index && nowMs < known.expiresAtMs) return known.shown
    const standings = readStandings(index, nowMs)
    const shown = pickProducts(design, size, standings.of)
    this.productsBySize.set(size, { index, shown, expiresAtMs: standings.expiresAtMs() })
    return shown
  }

  feedFields(
    index: FeedIndex,
    country: string | null,
    region: string | null,
    nowMs: number,
  ): Readonly<Record<string, Scalar>> {
    const key = country ? `${country}-${region ?? ''}` : ''
    const known = this.feedsByPlace.get(key)
    if (known?.index === index && nowMs < known.expiresAtMs) return known.fields
    const places = weatherPlaces(country, region)
    const resolved = resolveFeedFields(index, this.feedFieldNames, places, nowMs)
    this.feedsByPlace.set(key, { index, ...resolved })
    return resolved.fields
  }
}

function listFeedFields(snapshot: Snapshot): string[] {
  const conditions = [...snapshot.rules, ...snapshot.segments].map(({ condition }) => condition)
  const names = conditions.flatMap((condition) => listConditionReferences(condition).fields)
  if (snapshot.learning.features.includes('weather')) names.push(CELL_FIELDS.weather)
  return [...new Set(names)].filter((name) => FEED_FIELD.test(name))
}

import { createHash } from 'node:crypto'
import type { Snapshot } from '@/lib/decision/snapshot'

/** SHA-256 of what a snapshot says, whatever its revision: equal content, equal hash. */
export function hashSnapshot(snapshot: Snapshot): string {
  const assets = withoutContentHashes(snapshot.assets)
  const design = withoutPrices(snapshot.design)
  return createHash('sha256')
    .update(
      JSON.stringify(sortKeys({ ...withoutEmptyPairs(snapshot), assets, design, revision: 0 })),
    )
    .digest('hex')
}

/** The hash of an asset's content says the same as its content. */
function withoutContentHashes(assets: Snapshot['assets']): object {
  return Object.fromEntries(
    Object.entries(assets).map(([id, { contentSha256: _hash, ...asset }]) => [id, asset]),
  )
}

/** Ads show the price that the feed names when they are decided, whatever it was before. */
function withoutPrices({ products, ...design }: Snapshot['design']): object {
  if (!products) return design
  return { ...design, products: products.map(({ priceMicros: _price, ...product }) => product) }
}

/** What was published before there were pairs says the same as what has none. */
function withoutEmptyPairs({ constraints, ...snapshot }: Snapshot): object {
  return constraints.length > 0 ? { ...snapshot, constraints } : snapshot
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sortKeys(child)]),
  )
}
